package dev.plimsoll.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditPlanTest {
    private static final SourceFile FILE = new SourceFile("a", "0123456789");

    private final EditPlan plan = new EditPlan();

    private static Location at(int start, int end) {
        return new Location(FILE, new Span(start, end));
    }

    private List<Edit> written() throws Refused {
        List<Edit> into = new ArrayList<>();
        plan.writeTo(into);
        return into;
    }

    @Test
    void editsThatLieApartStayApart() throws Refused {
        plan.add(at(6, 8), "x");
        plan.add(new Edit(at(1, 3), "y"));
        plan.add(at(4, 5), "z");
        assertThat(plan.edits())
                .containsExactly(new Edit(at(6, 8), "x"), new Edit(at(1, 3), "y"), new Edit(at(4, 5), "z"));
        assertThat(written()).containsExactlyElementsOf(plan.edits());
    }

    @Test
    void editsThatTouchAreOne() throws Refused {
        plan.add(at(4, 6), "b");
        plan.add(at(2, 4), "a");
        plan.add(at(6, 6), "c");
        assertThat(written()).containsExactly(new Edit(at(2, 6), "abc"));
    }

    @Test
    void insertionsAtOnePlaceStandAsPlanned() throws Refused {
        plan.add(at(4, 4), "b");
        plan.add(at(4, 4), "a");
        assertThat(written()).containsExactly(new Edit(at(4, 4), "ba"));
    }

    @Test
    void placesOfTwoFilesNeverMeet() throws Refused {
        plan.add(at(4, 6), "a");
        plan.add(new Location(new SourceFile("b", "0123456789"), new Span(5, 7)), "b");
        assertThat(written()).hasSize(2);
    }

    @Test
    void editsThatOverlapAreRefusedWhole() {
        plan.add(at(0, 1), "x");
        plan.add(at(2, 5), "a");
        plan.add(at(4, 6), "b");
        List<Edit> into = new ArrayList<>();
        assertThatThrownBy(() -> plan.writeTo(into))
                .isInstanceOf(Refused.class)
                .hasMessage("its parts would have to be written at one place");
        assertThat(into).isEmpty();
    }

    @Test
    void anEmptyPlanIsRefused() {
        assertThatThrownBy(this::written).isInstanceOf(Refused.class);
    }

    /** They end lines of a report: "by hand: …". */
    @Test
    void reasonsAreInLowerCaseWithoutAPeriod() {
        List<Refused> all = List.of(
                Refused.uneditable(),
                Refused.uneditable("its volumes: are"),
                Refused.variable(),
                Refused.severalFiles(),
                Refused.block(),
                Refused.name(),
                Refused.quoted(),
                Refused.merged(),
                Refused.absent(),
                Refused.noPlace());
        assertThat(all)
                .extracting(Refused::reason)
                .doesNotHaveDuplicates()
                .allMatch(reason -> reason.matches("[a-z].*[a-z]"));
        assertThat(Refused.uneditable("its volumes: are").reason()).startsWith("its volumes: are written ");
        assertThat(Refused.braces("a").reason()).isEqualTo("\"a\" is written in braces");
    }
}
