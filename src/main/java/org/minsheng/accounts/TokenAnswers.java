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

    Response of(Sessions.Opened opened, Instant now) {
        boolean cookie = opened.transport() == Session.Transport.COOKIE;
        String access = tokens.issue(opened.account(), opened.session(), now);
        Response.ResponseBuilder answer = Response.ok(new TokenAnswer(
                        access,
                        "Bearer",
                        Tokens.LIFETIME.toSeconds(),
                        cookie ? null : opened.refreshToken(),
                        duties.of(opened.account(), opened.session(), now)))
                .header("Cache-Control", "no-store");
        if (cookie)
            answer.cookie(cookie(opened.refreshToken(), (int)
                    Duration.between(now, opened.expires()).toSeconds()));
        return answer.build();
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
