package org.gardefroid.ingest.store;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/** Before a pool is opened, the schema is brought to this release, and the pool is given its role's password. */
@Singleton
final class MigrateBeforeConnecting implements BeanCreatedEventListener<DatasourceConfiguration> {

    private final Migrations migrations;
    private final RolePasswords passwords;

    MigrateBeforeConnecting(Migrations migrations, RolePasswords passwords) {
        this.migrations = migrations;
        this.passwords = passwords;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration pool = event.getBean();
        migrations.runOnce();
        pool.setPassword(passwords.ofOrMade(pool.getUsername()));
        return pool;
    }
}
