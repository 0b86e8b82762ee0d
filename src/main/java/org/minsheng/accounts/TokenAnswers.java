package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;

/** Tells the tokens of a session the way it was opened: never both in the body and in a cookie. */
@ApplicationScoped
class TokenAnswers {
    /** The prefix makes browsers insist on TLS, this host and every path. */
    static final String COOKIE = "__Host-minsheng-refresh";

    private final Tokens tokens;
    private final Duties duties;

    TokenAnswers(Tokens tokens, Duties duties) {
        this.tokens = tokens;
        this.duties = duties;
    }

    /** What a caller is told; made where the session is opened, so that none stays open that nobody was told of. */
    record Told(TokenAnswer body, NewCookie cookie) {
        Response answer() {
            Response.ResponseBuilder answer = Response.ok(body).header("Cache-Control", "no-store");
            if (cookie != null) answer.cookie(cookie);
            return answer.build();
        }
    }

    Told tell(Sessions.Opened opened, Instant now) {
        boolean cookie = opened.transport() == Session.Transport.COOKIE;
        TokenAnswer body = new TokenAnswer(
                tokens.issue(opened.account(), opened.session(), now),
                "Bearer",
                Tokens.LIFETIME.toSeconds(),
                cookie ? null : opened.refreshToken(),
                duties.of(opened.account(), opened.session(), now));
        int seconds = (int) Duration.between(now, opened.expires()).toSeconds();
        return new Told(body, cookie ? cookie(opened.refreshToken(), seconds) : null);
    }

    static NewCookie gone() {
        return cookie("", 0);
    }

    private static NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
