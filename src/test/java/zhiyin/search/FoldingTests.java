package zhiyin.search;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FoldingTests {

    @ParameterizedTest
    @CsvSource({"歐陽娜娜, 欧阳娜娜", "ＷＡＮＧ, wang", "José Ñúñez, jose nunez", "Hsiao-ming, hsiao ming", "Ch'en, chen",
            "王小明David, 王小明 david"})
    void foldsWhatPeopleHoldForTheSame(String text, String words) {
        assertThat(String.join(" ", Folding.words(text))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"王小明, wang xiao ming", "曾志偉, zeng zhi wei", "單立文, shan li wen", "區瑞強, ou rui qiang", "仇英, qiu ying",
            "查良鏞, zha liang yong"})
    void readsSurnamesAsSurnames(String name, String pinyin) {
        assertThat(String.join(" ", Folding.pinyin(Folding.words(name).getFirst()))).isEqualTo(pinyin);
    }

    @ParameterizedTest
    @CsvSource({"AC-0001 23, ac000123", "Wang.XM@Example.com, wangxm@examplecom", "+886 912-345-678, 886912345678"})
    void writesCodesWithoutSigns(String text, String code) {
        assertThat(Folding.code(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"hsiao, xiao", "hsieh, xie", "tsai, cai", "chang, zhang", "chiu, qiu", "kuo, guo", "teng, deng",
            "chien, qian", "jen, ren", "yeh, ye", "hsu, xu", "chung, zhong", "shih, shi", "chu, zhu", "chu, qu"})
    void readsWadeGilesAsPinyin(String wade, String pinyin) {
        assertThat(Romanization.pinyinOf(wade)).contains(pinyin);
    }

    @Test
    void leavesPinyinAsItIs() {
        assertThat(List.of("wang", "ming", "li", "fang")).allMatch(word -> Romanization.pinyinOf(word).isEmpty());
    }
}
