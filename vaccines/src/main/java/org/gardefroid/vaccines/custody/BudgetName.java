package org.gardefroid.vaccines.custody;

import org.gardefroid.vaccines.Budget;

/** A budget among the values of a sentence: by its name in a judgement's figures, by its title for a person. */
record BudgetName(Budget budget) {

    @Override
    public String toString() {
        return budget.name();
    }
}
