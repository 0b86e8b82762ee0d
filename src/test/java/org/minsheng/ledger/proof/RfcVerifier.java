package org.minsheng.ledger.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The verifying algorithms of RFC 9162, as they are written there; they share nothing with what makes the proofs. */
public final class RfcVerifier {
    private RfcVerifier() {}

    /** RFC 9162, 2.1.3.2. */
    public static boolean included(long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf;
        for (byte[] p : path) {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                r = Merkle.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = Merkle.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    /** RFC 9162, 2.1.4.2. */
    public static boolean consistent(long from, long to, byte[] first, byte[] second, List<byte[]> path) {
        if (from == to) return path.isEmpty() && Arrays.equals(first, second);
        List<byte[]> all = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) all.add(0, first);
        long fn = from - 1;
        long sn = to - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = all.get(0);
        byte[] sr = all.get(0);
        for (byte[] c : all.subList(1, all.size())) {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                fr = Merkle.node(c, fr);
                sr = Merkle.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = Merkle.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, first) && Arrays.equals(sr, second);
    }
}
