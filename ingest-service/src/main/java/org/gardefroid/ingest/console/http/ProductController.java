package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import org.gardefroid.ingest.console.account.Signature;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.products.ProfileBook;
import org.gardefroid.ingest.products.ProfileRevision;

/** Product profiles: read by everybody, signed by a pharmacist. */
@Controller("/products")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProductController {

    private final ConsoleDatabase database;
    private final ProfileBook book;
    private final Signature signature;
    private final Pages pages;

    ProductController(ConsoleDatabase database, ProfileBook book, Signature signature, Pages pages) {
        this.database = database;
        this.book = book;
        this.signature = signature;
        this.pages = pages;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> all(Visit visit) {
        return pages.page("products", pages.layout(visit, visit.words().say("products.title")),
                Map.of("profiles", database.read(book::latest)));
    }

    @Get("/{product}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> one(Visit visit, String product) {
        return show(visit, product, HttpStatus.OK, "");
    }

    @Post("/{product}/sign")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> sign(Visit visit, String product, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        int revision = find(product).revision();
        if (!visit.person().role().maySign()) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "role " + visit.person().role().code());
        }
        if (!signature.isOf(visit.person(), form.text("password"), visit.address())) {
            return show(visit, product, HttpStatus.UNPROCESSABLE_ENTITY, visit.words().say("signature.wrong"));
        }
        boolean read = form.text("revision").equals(Integer.toString(revision));
        boolean signed = read && database.write(
                sql -> book.sign(sql, visit.person(), product, revision, visit.words().now()));
        return signed
                ? Pages.to("/products/" + product)
                : show(visit, product, HttpStatus.CONFLICT, visit.words().say("product.refused.newer"));
    }

    private HttpResponse<String> show(Visit visit, String product, HttpStatus status, String problem) {
        ProfileRevision profile = find(product);
        return pages.page(status, "product",
                pages.layout(visit, visit.words().pick(profile.nameFr(), profile.nameEn())),
                Map.of("profile", profile, "problem", problem, "maySign", visit.person().role().maySign(),
                        "account", visit.person().name()));
    }

    private ProfileRevision find(String product) {
        return database.read(sql -> book.latest(sql, product))
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "product " + product));
    }
}
