package org.collab.administration.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.collab.administration.entity.Setting;
import org.collab.administration.entity.SettingRow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** The settings as this node runs with them. */
@ApplicationScoped
public class SettingsInForce {
    private static final String MASK = "••••••";

    @Inject
    private Config config;

    /** Every known setting, and whatever else is set under {@code collab.}, by key. */
    public List<SettingRow> list() {
        List<SettingRow> rows = new ArrayList<>();
        Setting.ALL.forEach(setting -> rows.add(row(setting, true)));
        var known = Setting.ALL.stream().map(Setting::key).collect(Collectors.toSet());
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("collab.") && !known.contains(name))
                .distinct()
                .sorted()
                .forEach(name -> rows.add(row(new Setting(name, Optional.empty()), false)));
        return rows;
    }

    private SettingRow row(Setting setting, boolean known) {
        ConfigValue found = config.getConfigValue(setting.key());
        Optional<String> value = Optional.ofNullable(found.getValue()).filter(text -> !text.isEmpty());
        return new SettingRow(
                setting.key(),
                value.or(setting::fallback).map(text -> Setting.isSecret(setting.key()) ? MASK : text),
                value.flatMap(text -> Optional.ofNullable(found.getSourceName()))
                        .orElse("default"),
                setting.fallback(),
                known);
    }
}
