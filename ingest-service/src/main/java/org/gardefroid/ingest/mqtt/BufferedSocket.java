package org.gardefroid.ingest.mqtt;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Reads what is there at once: TLS above it would ask the kernel twice for each record, however small. */
public final class BufferedSocket extends Socket {

    private static final int PIECE = 65_536;

    private @Nullable InputStream in;

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        InputStream buffered = in;
        if (buffered == null) {
            buffered = new BufferedInputStream(super.getInputStream(), PIECE);
            in = buffered;
        }
        return buffered;
    }
}
