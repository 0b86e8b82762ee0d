package org.minsheng.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.minsheng.http.Refusal;

/** Few places, a short queue before them, and a patience. */
@ApplicationScoped
class HeavyPlaces {
    private final LimitsConfig.Heavy config;
    private final Semaphore places;
    private final Semaphore queue;

    @Inject
    HeavyPlaces(LimitsConfig config) {
        this(config.heavy());
    }

    HeavyPlaces(LimitsConfig.Heavy config) {
        this.config = config;
        places = new Semaphore(config.atOnce(), true);
        queue = new Semaphore(config.waiting());
    }

    void take() {
        if (places.tryAcquire()) return;
        if (!queue.tryAcquire()) throw full();
        try {
            if (!places.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) throw full();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw full();
        } finally {
            queue.release();
        }
    }

    void leave() {
        places.release();
    }

    private static Refusal full() {
        return Refusal.of(503, "service.full").retryAfter(5);
    }
}
