package org.gardefroid.ingest.notify;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database as a program sees it that is killed at some statement: nothing of its transaction stays, and it does nothing any
 * more. Where the commit is what it dies at, it dies just after it.
 */
final class DyingPool {

    private final DataSource pool;
    private int stepsLeft;

    DyingPool(DataSource pool, int stepsLeft) {
        this.pool = pool;
        this.stepsLeft = stepsLeft;
    }

    boolean isDead() {
        return stepsLeft <= 0;
    }

    DataSource source() {
        return proxy(DataSource.class, (method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                live();
                return connection(pool.getConnection());
            }
            return method.invoke(pool, arguments);
        });
    }

    private Connection connection(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            switch (method.getName()) {
                case "prepareStatement", "createStatement" -> live();
                case "commit" -> {
                    boolean dies = --stepsLeft <= 0;
                    real.commit();
                    if (dies) {
                        throw new SQLException("killed after the commit", "08006");
                    }
                    return null;
                }
                default -> {
                }
            }
            return method.invoke(real, arguments);
        });
    }

    private void live() throws SQLException {
        if (--stepsLeft <= 0) {
            throw new SQLException("killed", "08006");
        }
    }

    private interface Answer {
        @Nullable
        Object to(Method method, @Nullable Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(DyingPool.class.getClassLoader(), new Class<?>[]{type},
                (self, method, arguments) -> {
                    try {
                        return answer.to(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
