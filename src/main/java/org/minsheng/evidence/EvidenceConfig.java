package org.minsheng.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

@ConfigMapping(prefix = "minsheng.evidence")
interface EvidenceConfig {
    /** where the files lie; all instances need the same folder */
    @WithDefault("${user.home}/.minsheng-ledger/evidence")
    Path folder();
}
