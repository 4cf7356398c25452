internal import Foundation
internal import Workspaces

/// Keeping a workspace: coming back to it, letting others in, taking it along, deleting it.
enum WorkspaceRoutes {
  static let all: [Route] = [
    .get(.workspace, for: .guest(.read)) { page in try await WorkspacePage.answer(page) },
    .post(.workspaceFile, for: .member(.export)) { page in
      let file = page.site.options.scratch.appendingPathComponent("download-\(UUID().uuidString)")
      guard let place = page.entry.place else { throw SiteError.nothingOpen }
      try await place.workspace.export(to: file, by: place.seat)
      return Answer(
        content: .temporary(file, type: "application/vnd.sqlite3", name: "\(place.workspace.id).sqlite"))
    },
    .post(.recoveryLinks, for: .member(.read)) { page in
      let token = try await page.write { try $0.keep(label: page.device) }
      return LinkPage.recovery(token, page)
    },
    .post(.invitations, for: .member(.invite)) { page in
      let form = InvitationForm(page.form)
      guard let role = form.role, let days = form.days.value else { return try await WorkspacePage.answer(page, form) }
      let expires = page.site.world.now().addingTimeInterval(Double(days) * 86_400)
      let token = try await page.write { try $0.invite(as: role, label: form.label, until: expires) }
      return LinkPage.invitation(token, as: role, until: expires, page)
    },
    .post(.revocation, for: .member(.read)) { page in
      let id = EntranceID(rawValue: page.form["entrance"])
      try await page.write { try $0.revoke(id) }
      return .see(.workspace, Flash(.good, "Revoked.", "That way in opens nothing any more."))
    },
    .post(.memberRole, for: .member(.manage)) { page in
      guard let role = Role(rawValue: page.form["role"]) else { throw SiteError.unreadable("There is no such role.") }
      let member = MemberID(rawValue: page.form["member"])
      try await page.write { try $0.give(role, to: member) }
      return .see(.workspace, Flash(.good, "Changed.", "The new role holds from now on."))
    },
    .post(.memberRemoval, for: .member(.manage)) { page in
      let member = MemberID(rawValue: page.form["member"])
      try await page.write { try $0.remove(member) }
      return .see(.workspace, Flash(.good, "Removed.", "Their devices open nothing any more."))
    },
    .post(.memberName, for: .member(.read)) { page in
      let name = page.form["name"]
      guard (1...80).contains(name.count) else {
        return try await WorkspacePage.answer(page, nameProblem: "Between 1 and 80 letters.", typed: name)
      }
      try await page.write { try $0.rename(to: name) }
      return .see(.workspace, Flash(.good, "Saved.", "Others see this name in the history."))
    },
    .post(.leaving, for: .member(.read)) { page in
      guard let seat = page.seat else { throw SiteError.nothingOpen }
      try await page.write { try $0.revoke(seat.device) }
      page.entry.leave()
      return Answer.see(.home, Flash(.news, "Closed on this device.", "Your recovery link opens it again."))
        .setting(.forgetting(.workspace))
    },
    .get(.deletion, for: .member(.erase)) { page in try await DeletionPage.answer(page) },
    .post(.deletion, for: .member(.erase)) { page in
      guard page.form["sure"] == "yes" else {
        return try await DeletionPage.answer(page, problem: "Tick the box if you mean it.")
      }
      guard let place = page.entry.place else { throw SiteError.nothingOpen }
      try await page.site.shelf.delete(place.workspace.id, by: place.seat)
      page.entry.leave()
      return Answer.see(.home, Flash(.good, "Deleted for good.", "Nothing of it is left on this server."))
        .setting(.forgetting(.workspace))
    },
  ]
}
