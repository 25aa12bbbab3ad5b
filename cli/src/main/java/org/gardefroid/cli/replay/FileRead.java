package org.gardefroid.cli.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.gardefroid.cli.Words.say;

/**
 * What the agent made of the file, in its own words: what it passed over is no reading, and has to be told beside those that
 * are.
 *
 * @param shiftedDays by how many whole days all were moved to a time that can be stored; 0 for not at all
 */
record FileRead(int readings, int withoutTime, int withoutValue, int repeated, int shiftedDays) {

    private static final Pattern LINE = Pattern.compile(".* replay file=.* readings=(\\d+) withoutTime=(\\d+)"
            + " withoutValue=(\\d+) repeated=(\\d+) shiftDays=(-?\\d+) .*");

    static FileRead of(List<String> agentSaid) {
        return agentSaid.stream().map(LINE::matcher).filter(Matcher::matches).findFirst()
                .map(line -> new FileRead(number(line, 1), number(line, 2), number(line, 3), number(line, 4),
                        number(line, 5)))
                .orElseThrow(() -> new IllegalStateException("the agent does not say what it read"));
    }

    private static int number(Matcher line, int group) {
        return Integer.parseInt(line.group(group));
    }

    void tell(ObjectNode account) {
        int rows = readings + withoutTime + withoutValue + repeated;
        System.out.println(say("replay.rows", rows, readings, withoutTime, withoutValue, repeated));
        if (shiftedDays != 0) {
            System.out.println(say("replay.shifted", shiftedDays));
        }
        account.put("rows", rows).put("rowsWithoutTime", withoutTime).put("rowsWithoutValue", withoutValue)
                .put("rowsRepeatingATime", repeated).put("shiftedDays", shiftedDays);
    }
}
