package dev.orderly.http.api;

import dev.orderly.order.Attachment;
import dev.orderly.order.CaseRef;
import dev.orderly.order.History;
import dev.orderly.view.RoleView;
import dev.orderly.view.VisibleEntry;
import dev.orderly.view.VisibleStatus;
import dev.orderly.workflow.Data;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the entries of histories that a caller may see as JSON bodies. */
final class Entries {

    private Entries() {}

    static List<EntryBody> of(History history, RoleView view) {
        return view.entries(history).stream().map(Entries::of).toList();
    }

    static List<EntryBody> comments(History history, RoleView view) {
        return view.entries(history).stream()
                .filter(entry -> entry.type().equals(VisibleEntry.COMMENT))
                .map(Entries::of)
                .toList();
    }

    static EntryBody of(VisibleEntry entry) {
        CaseRef caseRef = entry.caseRef();
        Data data = entry.data();
        return new EntryBody(
                entry.sequence(),
                entry.type(),
                entry.at(),
                new EntryBody.By(entry.actor().role(), entry.actor().id()),
                entry.event(),
                entry.eventLabel(),
                caseRef == null ? null : caseRef.id(),
                status(entry.from()),
                status(entry.to()),
                data == null ? null : OrderBodies.values(data),
                entry.text(),
                entry.internal(),
                entry.type().equals(VisibleEntry.COMMENT)
                        ? entry.attachments().stream().map(Entries::file).toList()
                        : null,
                entry.muted(),
                entry.version());
    }

    private static EntryBody.File file(Attachment file) {
        return new EntryBody.File(file.name(), file.mediaType(), file.size(), file.sha256());
    }

    private static OrderBody.@Nullable Named status(@Nullable VisibleStatus status) {
        return status == null ? null : OrderBodies.status(status);
    }
}
