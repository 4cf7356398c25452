internal import Improvement
internal import Workspaces

/// Work that is like what somebody types, and where it can be read.
struct AlikeWork: Sendable {
  /// What it is here.
  enum Kind: Sendable {
    /// A project of this workspace, or past work that was brought.
    case work
    /// An opportunity that nobody has taken up, seen so many times.
    case opportunity(seen: Int)
  }

  let work: PriorWork
  let kind: Kind
  let address: String

  /// Whether somebody worked on it.
  var isWork: Bool { if case .work = kind { true } else { false } }
}

extension Reading {
  /// Projects, past work that was brought and open opportunities that are like the typed words, most alike first.
  ///
  /// O(words kept); `one` is left out, as the page on which it stands.
  func workAlike(_ typed: String, except one: DocumentID<OpportunityDocument>? = nil) throws -> [AlikeWork] {
    try allWork(except: one).like(typed)
  }

  /// Everything that may be like something else.
  func allWork(except one: DocumentID<OpportunityDocument>? = nil) throws -> [AlikeWork] {
    let projects = try documents(ProjectDocument.self).map { kept in
      AlikeWork(
        work: try priorWork(kept), kind: .work, address: Link.project(id: kept.id.description).path)
    }
    let brought = try document(PriorWorkDocument.id)?.value.works ?? []
    let past = brought.map { work in
      AlikeWork(work: work, kind: .work, address: "\(Link.priorWork.path)?q=\(Link.encoded(work.title))")
    }
    let open = try documents(OpportunityDocument.self).filter { $0.id != one && $0.value.opportunity.project == nil }
    return projects + past
      + open.map { kept in
        let opportunity = kept.value.opportunity
        return AlikeWork(
          work: PriorWork(title: opportunity.what, about: opportunity.theme, place: opportunity.place),
          kind: .opportunity(seen: opportunity.sightings.count),
          address: Link.opportunity(id: kept.id.description).path)
      }
  }
}

extension [AlikeWork] {
  /// Those that are like the typed words, most alike first.
  func like(_ typed: String) -> [AlikeWork] {
    Likeness(to: map { "\($0.work.title) \($0.work.about) \($0.work.place)" }).matches(typed).map { self[$0.index] }
  }
}
