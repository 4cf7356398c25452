extension Chain {
  /// Moves an agent to the best place that takes it and that it prefers to its own; `false` if there is none.
  @discardableResult
  mutating func improve(_ agent: Int32) -> Bool {
    guard !isOut[Int(agent)] else { return false }
    return Int(agent) < market.applicantCount
      ? improveApplicant(Int(agent)) : improveCouple(Int(agent) - market.applicantCount)
  }

  private mutating func improveApplicant(_ applicant: Int) -> Bool {
    let list = market.list(applicant)
    let end = min(Int(at[applicant]), list.count)
    for place in 0..<end {
      let choice = market.choices[list.lowerBound + place]
      let program = Int(choice.program)
      proposals += 1
      recorder.record(.proposal(applicant: applicant, program: program))
      // She may be there already, by her supplemental list.
      if seats.accepts(program, choice.rank) || (!extra.isEmpty && seats.holds(program, choice.rank)),
        settles(Int32(applicant))
      {
        leaveAll(Int32(applicant))
        setPlace(applicant, Int32(place))
        take(applicant, choice)
        improveSupplement(applicant)
        return true
      }
      rejections += 1
      recorder.record(.rejection(applicant: applicant, program: program))
    }
    if at[applicant] == nowhere {
      recorder.record(.exhausted(applicant: applicant))
      return false
    }
    return improveSupplement(applicant)
  }

  /// The best position on the supplemental list in use that takes the applicant.
  @discardableResult
  private mutating func improveSupplement(_ applicant: Int) -> Bool {
    guard !extra.isEmpty, at[applicant] != nowhere else { return false }
    let list = market.supplement(ofChoice: market.list(applicant).lowerBound + Int(at[applicant]))
    let end = min(Int(extra[applicant]), list.count)
    for place in 0..<end {
      let choice = market.supplementChoices[list.lowerBound + place]
      let program = Int(choice.program)
      proposals += 1
      recorder.record(.proposal(applicant: applicant, program: program))
      if seats.accepts(program, choice.rank), settles(Int32(applicant)) {
        leaveSupplement(applicant)
        extra[applicant] = Int32(place)
        detector.noteSupplement(Int32(applicant), from: nowhere, to: Int32(place))
        take(applicant, choice)
        return true
      }
      rejections += 1
      recorder.record(.rejection(applicant: applicant, program: program))
    }
    return false
  }

  private mutating func improveCouple(_ couple: Int) -> Bool {
    let agent = market.applicantCount + couple
    let list = market.pairs(ofCouple: couple)
    let members = market.members(ofCouple: couple)
    let end = min(Int(at[agent]), list.count)
    for place in 0..<end {
      let pair = market.pairs[list.lowerBound + place]
      proposals += 1
      recorder.record(.pairProposal(couple: couple, programA: pair.a.programIndex, programB: pair.b.programIndex))
      if accepts(pair), settles(Int32(agent)) {
        leaveAll(Int32(agent))
        setPlace(agent, Int32(place))
        if pair.a.program >= 0 { take(members.a, pair.a) }
        // The first partner's arrival may, through a reversion, have cost the couple its place already.
        if pair.b.program >= 0 && at[agent] == Int32(place) { take(members.b, pair.b) }
        return true
      }
      rejections += 1
      recorder.record(.pairRejection(couple: couple, programA: pair.a.programIndex, programB: pair.b.programIndex))
    }
    if at[agent] == nowhere { recorder.record(.coupleExhausted(couple: couple)) }
    return false
  }

  /// Takes what is offered; only a wanderer may go on to the next place that would do.
  ///
  /// A stable matching may lie where no chain of best places leads; random places lead everywhere in the end
  /// (Roth and Vande Vate 1990, for singles; for couples a hope, not a theorem).
  @inline(__always)
  private mutating func settles(_ agent: Int32) -> Bool {
    if wandering == 0 { return true }
    wandering -= 1
    guard var generator = chance else { return true }
    defer { chance = generator }
    if Bool.random(using: &generator) { return true }
    // What is passed over now must be looked at again.
    wait(agent)
    return false
  }

  /// Whether every program of the pair would choose its partner from those it holds and the couple.
  private func accepts(_ pair: Market.Pair) -> Bool {
    guard pair.a.program == pair.b.program else { return accepts(pair.a) && accepts(pair.b) }
    let program = Int(pair.a.program)
    let worse = max(pair.a.rank, pair.b.rank)
    let record = seats.programs[program]
    let free = record.quota - record.filled
    if seats.holds(program, pair.a.rank) || seats.holds(program, pair.b.rank) {
      return free >= 1 || worse < record.worst
    }
    return free >= 2 || worse < (free == 1 ? record.worst : seats.secondWorst(program))
  }

  private func accepts(_ choice: Market.Choice) -> Bool {
    choice.program < 0 || seats.holds(Int(choice.program), choice.rank)
      || seats.accepts(Int(choice.program), choice.rank)
  }

  /// Takes a position; whoever is displaced waits.
  private mutating func take(_ applicant: Int, _ choice: Market.Choice) {
    let program = Int(choice.program)
    guard seats.accepts(program, choice.rank) else {
      displace(applicant, from: program)
      return
    }
    let loser = seats.take(program, choice.rank)
    recorder.record(.hold(applicant: applicant, program: program))
    if loser >= 0 { displace(rank: loser, from: program) }
    reclaim(program)
  }

  mutating func displace(rank: Int32, from program: Int) {
    displace(Int(market.rankedApplicants[market.ranking(program).lowerBound + Int(rank)]), from: program)
  }

  /// An applicant has lost a position: a partner or a supplemental position goes with it.
  private mutating func displace(_ applicant: Int, from program: Int) {
    rejections += 1
    recorder.record(.bump(applicant: applicant, program: program))
    let agent = market.agentNumber(ofApplicant: Int32(applicant))
    if !extra.isEmpty, agent == Int32(applicant), at[applicant] != nowhere,
      Int(market.choices[market.list(applicant).lowerBound + Int(at[applicant])].program) != program
    {
      detector.noteSupplement(agent, from: extra[applicant], to: nowhere)
      extra[applicant] = nowhere
    } else {
      leaveAll(agent)
    }
    wait(agent)
  }

  /// Gives up whatever the agent still holds.
  mutating func leaveAll(_ agent: Int32) {
    let place = at[Int(agent)]
    guard place != nowhere else { return }
    let applicant = Int(agent)
    if applicant < market.applicantCount {
      leaveSupplement(applicant)
      leave(applicant, market.choices[market.list(applicant).lowerBound + Int(place)])
    } else {
      let couple = applicant - market.applicantCount
      let pair = market.pairs[market.pairs(ofCouple: couple).lowerBound + Int(place)]
      let members = market.members(ofCouple: couple)
      leave(members.a, pair.a)
      leave(members.b, pair.b)
    }
    setPlace(applicant, nowhere)
  }

  private mutating func leaveSupplement(_ applicant: Int) {
    guard !extra.isEmpty, extra[applicant] != nowhere, at[applicant] != nowhere else { return }
    let list = market.supplement(ofChoice: market.list(applicant).lowerBound + Int(at[applicant]))
    let place = Int(extra[applicant])
    detector.noteSupplement(Int32(applicant), from: extra[applicant], to: nowhere)
    extra[applicant] = nowhere
    leave(applicant, market.supplementChoices[list.lowerBound + place])
  }

  private mutating func leave(_ applicant: Int, _ choice: Market.Choice) {
    guard choice.program >= 0, seats.holds(Int(choice.program), choice.rank) else { return }
    seats.release(Int(choice.program), choice.rank)
    recorder.record(.withdrawal(applicant: applicant, program: Int(choice.program)))
    stack(Int(choice.program))
  }
}

extension Market.Choice {
  /// The program, or `nil` for "no match".
  package var programIndex: Int? { program < 0 ? nil : Int(program) }
}
