package org.collab.simulation;

/**
 * How large a run is and how often things go wrong in it. Each kind of fault is left out in many runs, because faults
 * hide each other.
 *
 * @param steps things that happen before everything is healed
 * @param rot how often a page's copy of the document is damaged behind its back
 * @param history changes that are there before the run begins
 * @param hurry how often something under way happens, against something new being done
 */
record Scenario(
        int clients,
        int nodes,
        int steps,
        double hurry,
        double hintLoss,
        double hintDuplication,
        double frameLoss,
        double cuts,
        double nodeCrashes,
        double tabCrashes,
        double outages,
        double databaseErrors,
        double lostReplies,
        double inDoubt,
        double meanwhile,
        double refusals,
        double badEdits,
        double intruders,
        double relayFailures,
        int history,
        double rot) {

    static Scenario draw(Dice dice) {
        return new Scenario(
                2 + dice.below(4),
                1 + dice.below(3),
                60 + dice.below(200),
                0.4 + dice.upTo(0.5),
                often(dice, 1),
                often(dice, 0.3),
                often(dice, 0.02),
                often(dice, 5),
                often(dice, 1),
                often(dice, 1),
                often(dice, 0.6),
                often(dice, 0.1),
                often(dice, 0.2),
                often(dice, 0.1),
                often(dice, 0.4),
                often(dice, 0.6),
                often(dice, 0.08),
                often(dice, 2),
                dice.oneIn(8) ? dice.upTo(0.05) : 0,
                dice.oneIn(100) ? dice.below(History.LENGTH + 1) : 0,
                dice.oneIn(10) ? dice.upTo(0.5) : 0);
    }

    private static double often(Dice dice, double atMost) {
        return dice.oneIn(3) ? 0 : dice.upTo(atMost);
    }
}
