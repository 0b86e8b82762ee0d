package org.minsheng.assurance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minsheng.http.Attempt;

/**
 * The page for auditors. Its prose is written by hand; between {@code <!-- name -->} and {@code <!-- /name -->} stands what
 * follows from data, and elements with data-property or data-constant quote the settings and the code.
 */
final class SecurityPage {
    static final Path FILE = Path.of("src/main/resources/META-INF/resources/docs/security.html");
    private static final Pattern PROPERTY = Pattern.compile("(<code data-property=\"([^\"]+)\">)[^<]*(</code>)");
    private static final Pattern CONSTANT = Pattern.compile("(<code data-constant=\"([^\"]+)\">)[^<]*(</code>)");

    private final List<Requirement> requirements;
    private final Proofs proofs;
    private final Settings settings;

    SecurityPage(List<Requirement> requirements, Proofs proofs, Settings settings) {
        this.requirements = requirements;
        this.proofs = proofs;
        this.settings = settings;
    }

    static String written() throws IOException {
        return Files.readString(FILE, StandardCharsets.UTF_8);
    }

    /** The page as it should be, given its prose. */
    String of(String page) throws IOException {
        page = between(FILE, page, "counts", counts());
        page = between(FILE, page, "asvs", table("ASVS"));
        page = between(FILE, page, "gbt", table("GB/T 22239"));
        page = between(FILE, page, "deviations", notes(Requirement.Cover.DEVIATION));
        page = between(FILE, page, "open", notes(Requirement.Cover.OPEN));
        page = between(FILE, page, "columns", ColumnClass.summary());
        page = between(FILE, page, "attempts", attempts());
        page = PROPERTY.matcher(page)
                .replaceAll(
                        m -> Matcher.quoteReplacement(m.group(1) + text(settings.property(m.group(2))) + m.group(3)));
        return CONSTANT.matcher(page)
                .replaceAll(
                        m -> Matcher.quoteReplacement(m.group(1) + text(settings.constant(m.group(2))) + m.group(3)));
    }

    static String between(Path file, String page, String name, String content) {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- /" + name + " -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) throw new AssertionError(file + " has no place for " + name);
        return page.substring(0, from + begin.length()) + content + page.substring(to);
    }

    private String counts() {
        StringBuilder rows = new StringBuilder("<table class=\"text\">\n<tr><th></th>");
        for (String standard : standards()) rows.append("<th>").append(standard).append("</th>");
        rows.append("</tr>\n");
        for (Requirement.Cover cover : Requirement.Cover.values())
            rows.append(count(label(cover), r -> r.cover() == cover));
        return rows.append(count("合计 " + english("all"), r -> true))
                .append("</table>\n")
                .toString();
    }

    private String count(String label, Predicate<Requirement> which) {
        StringBuilder row = new StringBuilder("<tr><th>" + label + "</th>");
        for (String standard : standards())
            row.append("<td>")
                    .append(requirements.stream()
                            .filter(r -> r.standard().equals(standard) && which.test(r))
                            .count())
                    .append("</td>");
        return row.append("</tr>\n").toString();
    }

    private List<String> standards() {
        return requirements.stream().map(Requirement::standard).distinct().toList();
    }

    private String table(String standard) {
        return requirements.stream()
                .filter(r -> r.standard().equals(standard))
                .map(this::row)
                .collect(Collectors.joining(
                        "",
                        "<table class=\"text\">\n<tr><th>编号 " + english("id") + "</th><th>级 " + english("level")
                                + "</th><th>要求 " + english("requirement") + "</th><th>依据 " + english("covered by")
                                + "</th></tr>\n",
                        "</table>\n"));
    }

    private String row(Requirement r) {
        return "<tr id=\"" + anchor(r) + "\"><th>" + text(r.id()) + "</th><td>" + r.level() + "</td><td>" + text(r.zh())
                + "<br>" + english(r.en()) + "</td><td>" + label(r.cover()) + evidence(r) + note(r) + "</td></tr>\n";
    }

    private String evidence(Requirement r) {
        String tests = proofs.of(r).stream()
                .map(test -> "<li>" + text(test) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
        String where = Stream.of(r.where().split(";"))
                .filter(part -> !part.isEmpty())
                .map(part -> r.cover() == Requirement.Cover.CONFIG
                        ? "<br><code>" + text(part + "=" + settings.property(part)) + "</code>"
                        : "<br>" + link(part))
                .collect(Collectors.joining());
        return where + (proofs.of(r).isEmpty() ? "" : tests);
    }

    private static String link(String where) {
        String page = "docs/" + FILE.getFileName();
        String anchor = where.substring(where.indexOf('#'));
        return where.startsWith(page) ? "<a href=\"" + anchor + "\">" + anchor + "</a>" : text(where);
    }

    private static String attempts() {
        StringBuilder rows = new StringBuilder("<table class=\"text\">\n");
        for (Attempt attempt : Attempt.values())
            rows.append("<tr><th>")
                    .append(meaning(attempt))
                    .append("</th><td>")
                    .append(attempt.codes().stream()
                            .sorted()
                            .map(code -> "<code>" + code + "</code>")
                            .collect(Collectors.joining(" ")))
                    .append("</td></tr>\n");
        return rows.append("</table>\n").toString();
    }

    private static String meaning(Attempt attempt) {
        return switch (attempt) {
            case UNKNOWN_NAME ->
                "契约中没有的名字，包括服务端自己的字段<br>"
                        + english("names that the contract does not have, the server's own fields among them");
            case AMBIGUOUS ->
                "两方可能读出两样的内容：重复键、残缺、过深的 JSON，首尾不清的请求<br>"
                        + english(
                                "what two readers could read differently: duplicate keys, JSON cut off or too deep, requests whose end is doubtful");
            case DISGUISED ->
                "地址没有的方法、替换方法或地址的请求头、伪装的路径（<code>//</code>、<code>;</code>、<code>%2f</code> 等）<br>"
                        + english(
                                "verbs that the address does not have, headers that want to replace verb or address, paths in disguise");
            case FORGED ->
                "伪造或挪用的游标、编号、幂等键、范围、文件<br>"
                        + english("cursors, ids, keys, scopes and files that are made up or used for another purpose");
            case FOREIGN ->
                "路径（已登录者）和请求体中不存在或不属于本人的编号<br>"
                        + english(
                                "ids of what is not there or not the caller's, in paths (of whoever is signed in) and bodies");
            case OUT_OF_ORDER ->
                "流程中不到时候、已经过去或属于别人的步骤<br>" + english("steps of a process that are not due, over, or somebody else's");
        };
    }

    private String notes(Requirement.Cover cover) {
        return requirements.stream()
                .filter(r -> r.cover() == cover)
                .map(r -> "<li><a href=\"#" + anchor(r) + "\">" + text(r.key()) + "</a> " + text(r.zh()) + "："
                        + text(r.noteZh()) + "<br>" + english(r.en() + ": " + r.noteEn()) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    private static String note(Requirement r) {
        return r.noteZh().isEmpty() ? "" : "<br>" + text(r.noteZh()) + "<br>" + english(r.noteEn());
    }

    private static String anchor(Requirement r) {
        return Map.of("ASVS", "asvs-", "GB/T 22239", "gbt-").get(r.standard()) + r.id().replace(' ', '-');
    }

    private static String label(Requirement.Cover cover) {
        return "<b>" + cover.zh + "</b> " + english(cover.en);
    }

    static String english(String words) {
        return "<span lang=\"en\">" + text(words) + "</span>";
    }

    static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
