package org.collab.it.administration;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collab.it.client.Api;
import org.collab.it.product.Product;

/** How tests come by an administrator, and what they ask as one. */
public final class Administration {
    private static final Pattern CODE = Pattern.compile("enter the code ([0-9A-Z-]+)");

    private Administration() {}

    /** The code that the launcher has printed. */
    public static String code(Product product) {
        Matcher printed = CODE.matcher(product.output());
        if (!printed.find()) {
            throw new AssertionError("no code in: " + product.output());
        }
        return printed.group(1);
    }

    /** A new user who has claimed the administration. */
    public static Api claim(Product product) {
        Api admin = Api.newUser(product.uri(), "Admin");
        admin.post("admin/claim", Map.of("code", code(product))).requireStatus(204);
        return again(admin);
    }

    /** The same user with an access token of now. */
    public static Api again(Api user) {
        return Api.anonymous(user.base()).login(email(user), Api.PASSWORD);
    }

    public static String email(Api user) {
        return user.get("users/me").requireStatus(200).json().getString("email");
    }

    public static JsonObject user(Api admin, Api user) {
        return admin.get("admin/users?text=" + email(user))
                .requireStatus(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }
}
