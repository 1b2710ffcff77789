package org.collab.simulation;

import java.util.ArrayList;
import java.util.List;

/** Everything that is under way. What is in different channels may happen in any order. */
final class Agenda {
    private final List<Channel> ready = new ArrayList<>();

    Channel channel() {
        return new Channel(this);
    }

    /** Something that happens at any later time, before or after anything else. */
    void sometime(Runnable task) {
        channel().add(task);
    }

    /** Lets one thing happen; false where nothing is under way. */
    boolean step(Dice dice) {
        if (ready.isEmpty()) {
            return false;
        }
        dice.pick(ready).runNext();
        return true;
    }

    void ready(Channel channel) {
        ready.add(channel);
    }

    void idle(Channel channel) {
        ready.remove(channel);
    }
}
