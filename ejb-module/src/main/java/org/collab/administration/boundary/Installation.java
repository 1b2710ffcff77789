package org.collab.administration.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.collab.administration.control.AdministrationTable;
import org.collab.administration.control.SettingsInForce;
import org.collab.administration.entity.SettingRow;
import org.collab.administration.entity.StorageUse;

/** What the installation runs with and what it holds. Administrators only. */
@Stateless
public class Installation {
    @Inject
    private Administrators administrators;

    @Inject
    private SettingsInForce settings;

    @Inject
    private AdministrationTable table;

    /** The settings of the node that answers. */
    public List<SettingRow> settings(UUID caller) {
        administrators.require(caller);
        return settings.list();
    }

    public StorageUse storage(UUID caller) {
        administrators.require(caller);
        return table.storage();
    }
}
