package org.minsheng.feed;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which changes. A point in the log is the same whatever the filter, so a client may change it and go on. */
public record ChangeFilter(
        @Parameter(description = "Changes of this programme and of all that is part of it.") @QueryParam("programme")
        UUID programme,

        @Parameter(description = "Changes of this project and of all that is part of it.") @QueryParam("project")
        UUID project,

        @Parameter(
                description = "Changes of one kind of thing; the kinds are those of `Change.subjectType`.",
                example = "progress-entry")
        @QueryParam("subjectType")
        @Size(max = 40)
        @Pattern(regexp = "[a-z-]+")
        String subjectType) {

    boolean admits(UUID itsProgramme, UUID itsProject, String itsType) {
        return (programme == null || programme.equals(itsProgramme))
                && (project == null || project.equals(itsProject))
                && (subjectType == null || subjectType.equals(itsType));
    }
}
