package org.gardefroid.hardware.port;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Hands the latest of something to another thread; what nobody has taken yet gives way to what comes after it. */
public final class Latest<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private @Nullable T value;

    /** Never waits. */
    public void put(T newer) {
        lock.lock();
        try {
            value = newer;
            came.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is one. */
    public T take() throws InterruptedException {
        lock.lock();
        try {
            T taken = value;
            while (taken == null) {
                came.await();
                taken = value;
            }
            value = null;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Waits so long, and gives nothing if none has come by then. */
    public @Nullable T poll(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (value == null && left > 0) {
                left = came.awaitNanos(left);
            }
            T taken = value;
            value = null;
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
