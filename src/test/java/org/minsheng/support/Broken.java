package org.minsheng.support;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import java.lang.reflect.Field;

/** A part of the running application that lacks something it needs: until this is closed, whatever it is asked fails. */
public final class Broken implements AutoCloseable {
    private final Object part;
    private final Field field;
    private final Object had;

    private Broken(Object part, Field field) throws IllegalAccessException {
        this.part = part;
        this.field = field;
        field.setAccessible(true);
        had = field.get(part);
        if (had == null) throw new IllegalStateException(field + " is broken already");
        field.set(part, null);
    }

    /** @param where class below org.minsheng and field, e.g. {@code accounts.Tokens#verified} */
    public static Broken at(String where) {
        String[] names = where.split("#");
        try {
            Class<?> type = Class.forName("org.minsheng." + names[0]);
            Object part = ClientProxy.unwrap(Arc.container().instance(type).get());
            return new Broken(part, type.getDeclaredField(names[1]));
        } catch (ReflectiveOperationException gone) {
            throw new IllegalStateException(where, gone);
        }
    }

    @Override
    public void close() {
        try {
            field.set(part, had);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
