package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gardefroid.ingest.console.view.Board;
import org.gardefroid.ingest.console.view.EquipmentNow;
import org.gardefroid.ingest.console.view.Words;
import org.reactivestreams.Publisher;

/** Every equipment at a glance. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BoardController {

    private final Boards boards;
    private final Pages pages;
    private final LiveStreams streams;

    BoardController(Boards boards, Pages pages, LiveStreams streams) {
        this.boards = boards;
        this.pages = pages;
        this.streams = streams;
    }

    @Get("/")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> board(Visit visit) {
        return pages.page("board", pages.live(visit, visit.words().say("board.title"), "/live/board"),
                Map.of("board", boards.of(visit.person())));
    }

    @Get("/live/board")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> live(Visit visit) {
        return streams.open(visit, words -> parts(boards.of(visit.person()), words));
    }

    private List<Part> parts(Board board, Words words) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of("summary", pages.part("part/summary", Map.of("w", words, "board", board))));
        parts.add(Part.of("alarms", pages.part("part/alarms", Map.of("w", words, "alarms", board.alarms()))));
        parts.add(Part.keyed("cards", board.shape(),
                () -> pages.part("part/cards", Map.of("w", words, "board", board))));
        for (EquipmentNow equipment : board.equipments()) {
            parts.add(Part.within("cards", "card-" + equipment.id(),
                    pages.part("part/card", Map.of("w", words, "equipment", equipment))));
        }
        return parts;
    }
}
