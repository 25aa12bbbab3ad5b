package org.gardefroid.edge.supervisor;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * Sends one datagram to a socket of Linux's file system: the JDK has sockets there for streams alone. Three functions of
 * the C library, called by the JDK's own means: a library for this would weigh more than the agent.
 */
final class UnixDatagram {

    private static final int FAMILY = 1;
    private static final int DATAGRAM_CLOSE_ON_EXEC = 2 | 0x80000;
    private static final int NO_SIGNAL = 0x4000;
    private static final int FAMILY_BYTES = 2;
    private static final int LONGEST_PATH = 107;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle SOCKET = function("socket",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT));
    private static final MethodHandle SEND_TO = function("sendto",
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    private static final MethodHandle CLOSE = function("close",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private UnixDatagram() {}

    @SuppressWarnings("restricted") // which is what --enable-native-access allows
    private static MethodHandle function(String name, FunctionDescriptor form) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), form);
    }

    /**
     * @param path of the socket; one that begins with {@code @} is in Linux's abstract namespace
     * @return whether it was taken
     */
    static boolean send(String path, byte[] content) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        if (name.length > LONGEST_PATH) {
            return false;
        }
        if (name[0] == '@') {
            name[0] = 0;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(FAMILY_BYTES + name.length + 1L);
            address.set(ValueLayout.JAVA_SHORT, 0, (short) FAMILY);
            MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, FAMILY_BYTES, name.length);
            MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, content);
            int socket = (int) SOCKET.invokeExact(FAMILY, DATAGRAM_CLOSE_ON_EXEC, 0);
            if (socket < 0) {
                return false;
            }
            int length = FAMILY_BYTES + name.length + (name[0] == 0 ? 0 : 1);
            long sent = (long) SEND_TO.invokeExact(socket, bytes, (long) content.length, NO_SIGNAL, address, length);
            int closed = (int) CLOSE.invokeExact(socket);
            return sent == content.length && closed == 0;
        } catch (Throwable e) { // a method handle may throw anything; these do not
            throw new IllegalStateException("cannot call the C library", e);
        }
    }
}
