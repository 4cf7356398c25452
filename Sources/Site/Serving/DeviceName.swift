/// What a member's list of devices calls a browser.
enum DeviceName {
  /// A word or two from the browser's long name, never the long name itself: it would tell browsers apart.
  static func name(of agent: String) -> String {
    let browsers = [
      ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"),
      ("Chrome", "Chrome"), ("Safari", "Safari"),
    ]
    let systems = [
      ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "a Mac"),
      ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]
    let browser = browsers.first { agent.contains($0.0) }?.1 ?? "A browser"
    guard let system = systems.first(where: { agent.contains($0.0) })?.1 else { return browser }
    return "\(browser) on \(system)"
  }
}
