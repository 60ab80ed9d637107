package dev.orderly.http.api;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.order.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/**
 * Reads the multipart form of a comment with files: the parts {@code text} and {@code internal}, once each at most, and
 * any number of {@code file}.
 */
final class MultipartComment {

    private static final Set<String> KNOWN = Set.of("text", "internal", "file");

    private MultipartComment() {}

    static CommentRequest comment(FormDataMultiPart form, Actor actor) throws IOException {
        for (String name : form.getFields().keySet()) {
            if (!KNOWN.contains(name)) {
                throw ProblemType.MALFORMED_REQUEST.exception(
                        "there is no part \"" + name + "\" here, only: file, internal, text");
            }
        }
        boolean internal = QueryParams.flag("internal", text(form.getFields(), "internal", "false"));
        List<Upload> uploads = new ArrayList<>();
        for (FormDataBodyPart part : form.getFields().getOrDefault("file", List.of())) {
            String name = part.getContentDisposition().getFileName();
            try (InputStream content = part.getValueAs(InputStream.class)) {
                uploads.add(
                        new Upload(name == null ? "" : name, part.getMediaType().toString(), content.readAllBytes()));
            }
        }
        return NewComment.request(actor, text(form.getFields(), "text", ""), internal)
                .withUploads(uploads.toArray(new Upload[0]));
    }

    private static String text(Map<String, List<FormDataBodyPart>> parts, String name, String otherwise) {
        List<FormDataBodyPart> given = parts.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw ProblemType.MALFORMED_REQUEST.exception("the part \"" + name + "\" is given more than once");
        }
        return given.isEmpty() ? otherwise : given.get(0).getValue();
    }
}
