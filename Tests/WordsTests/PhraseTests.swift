import Testing

@testable import Words

/// Phrases and the catalogue they are looked up in.
@Suite struct PhraseTests {
  @Test func `a phrase is said with its values in the order of each language`() {
    let phrase: Phrase = "\(3) of \(7) parameters wait for their shapes"
    #expect(phrase.key == "{} of {} parameters wait for their shapes")
    #expect(phrase.said(in: .english) == "3 of 7 parameters wait for their shapes")
    #expect(phrase.said(in: .chinese) == "7 个参数中有 3 个等待形状")
  }

  @Test func `spaces around a phrase stay where they are`() {
    #expect(Phrase("  undo ").said(in: .chinese) == "  撤销 ")
    #expect(Phrase("   ").said(in: .chinese) == "   ")
    #expect(Phrase("").said(in: .chinese) == "")
  }

  @Test func `what a value says is never taken for a place of a value`() {
    let phrase: Phrase = "layer \("{}{1}undo") changed"
    #expect(phrase.english == "layer {}{1}undo changed")
    #expect(phrase.said(in: .chinese) == "层 {}{1}undo 改变了")
    #expect(Phrase(verbatim: "undo {}").said(in: .chinese) == "undo {}")
    #expect(Phrase(key: "a {9} b {x").said(in: .chinese) == "a {9} b {x")
  }

  @Test func `a phrase inside a phrase is said in the same language`() {
    let inner: Phrase = "\("0") and \("1")"
    #expect(Phrase("\(inner) changed together").said(in: .chinese) == "0 和 1 一起改变了")
    #expect(Phrase("\(inner) changed together").english == "0 and 1 changed together")
  }

  @Test func `what the catalogue lacks is said in English`() {
    #expect(Phrase("no such words \(1)").said(in: .chinese) == "no such words 1")
  }

  @Test func `every key stands in the catalogue once, trimmed, and uses each value once`() {
    var seen: Set<String> = []
    for (key, words) in Catalogue.chineseTables.flatMap({ $0 }) {
      #expect(seen.insert(key).inserted, "\(key) stands there twice")
      #expect(key.first != " " && key.last != " ", "\(key) has spaces around it")
      #expect(places(in: words) == places(in: key), "\(words) has other places than \(key)")
    }
  }

  /// The numbers of the places of a template, in ascending order.
  private func places(in template: String) -> [Int] {
    var next = 0
    return template.matches(of: #/\{(\d*)\}/#).map { match in
      let place = Int(match.1) ?? next + 1
      next = place
      return place
    }.sorted()
  }

  @Test(arguments: [
    ("zh_CN.UTF-8", Language.chinese), ("zh", .chinese), ("ZH_TW", .chinese), ("en_US", .english),
    ("C", .english), ("", .english), ("de_DE", .english),
  ])
  func `a locale has a language`(locale: String, language: Language) {
    #expect(Language(locale: locale) == language)
  }
}
