package org.sayso.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    @Test
    void saysThatItIsSlow() {
        assertThat(Processor.note("amd64", Set.of("sse4_2", "avx2")))
                .hasValueSatisfying(n -> assertThat(n).contains("VNNI"));
    }

    @Test
    void saysNothingWhereItIsFastOrUnknown() {
        assertThat(Processor.note("amd64", Set.of("avx2", "avx512_vnni"))).isEmpty();
        assertThat(Processor.note("x86_64", Set.of("avx2", "avx_vnni"))).isEmpty();
        assertThat(Processor.note("aarch64", Set.of("asimd"))).isEmpty();
        assertThat(Processor.note("amd64", Set.of())).isEmpty();
    }
}
