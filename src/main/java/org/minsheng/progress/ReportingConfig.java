package org.minsheng.progress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

@ConfigMapping(prefix = "minsheng.reporting")
interface ReportingConfig {
    /** how many robust deviations from the usual month an amount may be before the reporter is asked again */
    @WithDefault("5")
    BigDecimal outlierFactor();
}
