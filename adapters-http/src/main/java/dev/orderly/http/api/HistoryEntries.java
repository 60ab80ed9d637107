package dev.orderly.http.api;

import dev.orderly.order.ActivityKind;
import dev.orderly.order.Attachment;
import dev.orderly.order.CaseRef;
import dev.orderly.order.History;
import dev.orderly.view.RoleView;
import dev.orderly.view.VisibleEntry;
import dev.orderly.view.VisibleStatus;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.MovedItems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the entries of histories that a caller may see as JSON bodies. */
final class HistoryEntries {

    private HistoryEntries() {}

    static List<HistoryEntryBody> of(History history, RoleView view) {
        return view.entries(history).stream().map(entry -> of(entry, view)).toList();
    }

    static List<HistoryEntryBody> comments(History history, RoleView view) {
        return view.entries(history).stream()
                .filter(entry -> entry.kind() == ActivityKind.COMMENT)
                .map(entry -> of(entry, view))
                .toList();
    }

    private static List<HistoryEntryBody.MovedItemsBody> items(List<MovedItems> items, RoleView view) {
        return items.stream()
                .map(moved -> new HistoryEntryBody.MovedItemsBody(
                        moved.line(),
                        OrderBodies.itemStatus(moved.from(), view),
                        OrderBodies.itemStatus(moved.to(), view),
                        moved.quantity()))
                .toList();
    }

    static HistoryEntryBody of(VisibleEntry entry, RoleView view) {
        CaseRef caseRef = entry.caseRef();
        Data data = entry.data();
        return new HistoryEntryBody(
                entry.sequence(),
                entry.kind().code(),
                entry.at(),
                new HistoryEntryBody.ActorBody(
                        entry.actor().role(), entry.actor().id()),
                entry.event(),
                entry.eventLabel(),
                caseRef == null ? null : caseRef.id(),
                caseRef == null ? null : flow(caseRef, view),
                status(entry.from()),
                status(entry.to()),
                data == null ? null : OrderBodies.values(data),
                entry.items().isEmpty() ? null : items(entry.items(), view),
                entry.text(),
                entry.internal(),
                entry.kind() == ActivityKind.COMMENT
                        ? entry.attachments().stream().map(HistoryEntries::file).toList()
                        : null,
                entry.muted(),
                entry.version(),
                entry.erasedFields());
    }

    /** A flow's name; null for a case. */
    private static @Nullable String flow(CaseRef ref, RoleView view) {
        boolean isFlow =
                view.workflow().flows().stream().anyMatch(type -> type.name().equals(ref.type()));
        return isFlow ? ref.type() : null;
    }

    private static HistoryEntryBody.AttachmentBody file(Attachment file) {
        return new HistoryEntryBody.AttachmentBody(file.name(), file.mediaType(), file.size(), file.sha256());
    }

    private static OrderBody.@Nullable StatusBody status(@Nullable VisibleStatus status) {
        return status == null ? null : OrderBodies.status(status);
    }
}
