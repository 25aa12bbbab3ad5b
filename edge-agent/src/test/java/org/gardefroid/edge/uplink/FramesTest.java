package org.gardefroid.edge.uplink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Frames, with the examples of RFC 6455 §1.3 and §5.7. */
class FramesTest {

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final FrameWriter writer = new FrameWriter(sent, new Random(1));

    @Test
    void theAnswerToAKeyIsTheOneOfTheStandard() {
        assertThat(WebSocket.answerTo("dGhlIHNhbXBsZSBub25jZQ==")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @Test
    void aMessageInTwoFramesIsOneStreamAndAPingBetweenThemIsAnswered() throws IOException {
        // binary "Hel", a ping "Hello", and the rest "lo"
        FrameReader reader = reading("820348656c" + "890548656c6c6f" + "80026c6f");

        assertThat(reader.readAllBytes()).isEqualTo("Hello".getBytes(US_ASCII));
        assertThat(unmasked(sent.toByteArray(), FrameWriter.PONG)).isEqualTo("Hello".getBytes(US_ASCII));
    }

    @Test
    void aCloseEndsTheStream() throws IOException {
        assertThat(reading("82014d" + "880203e8" + "820158").readAllBytes()).isEqualTo("M".getBytes(US_ASCII));
    }

    @ParameterizedTest
    @CsvSource({"810548656c6c6f, kind 1", "828148656c6c6f, masked", "827f8000000000000000, 2^63 bytes or more",
        "897e0100, of 125 at most", "8205484865, within a frame", "82, within a frame"})
    void whatIsNoFrameOfOursEndsTheConnection(String bytes, String told) {
        assertThatThrownBy(() -> reading(bytes).readAllBytes()).isInstanceOf(IOException.class)
                .hasMessageContaining(told);
    }

    @Property(tries = 60)
    void whateverIsWrittenIsMaskedAndWhole(@ForAll @IntRange(min = 1, max = 70_000) int length) throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FrameWriter(out, new Random(length)).write(content);

        assertThat(unmasked(out.toByteArray(), FrameWriter.BINARY)).isEqualTo(content);
    }

    @Test
    void aFrameAsAServerSendsItIsReadWhateverItsLength() throws IOException {
        for (int length : new int[]{125, 126, 65_535, 65_536}) {
            byte[] content = new byte[length];
            new Random(length).nextBytes(content);
            String head = length < 126
                    ? "82" + HexFormat.of().toHexDigits((byte) length)
                    : length < 65_536
                            ? "827e" + HexFormat.of().toHexDigits((short) length)
                            : "827f" + HexFormat.of().toHexDigits((long) length);
            assertThat(reading(head + HexFormat.of().formatHex(content)).readAllBytes()).isEqualTo(content);
        }
    }

    private FrameReader reading(String hex) {
        return new FrameReader(new ByteArrayInputStream(HexFormat.of().parseHex(hex)), writer);
    }

    /** The content of the one frame that this is, read as a server does. */
    private static byte[] unmasked(byte[] frame, int kind) {
        assertThat(frame[0]).isEqualTo((byte) (0x80 | kind));
        assertThat(frame[1] & 0x80).isEqualTo(0x80);
        int said = frame[1] & 0x7F;
        int mask = said < 126 ? 2 : said == 126 ? 4 : 10;
        long length = said < 126 ? said : Long.parseLong(HexFormat.of().formatHex(frame, 2, mask), 16);
        byte[] content = Arrays.copyOfRange(frame, mask + 4, frame.length);
        assertThat(content).hasSize((int) length);
        for (int at = 0; at < content.length; at++) {
            content[at] ^= frame[mask + at % 4];
        }
        return content;
    }
}
