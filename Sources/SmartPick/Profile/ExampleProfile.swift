extension Profile {
  /// A complete profile as JSON, every key in use: what `housestaff list --example` prints.
  ///
  /// The person is invented.
  public static let example = """
    {
      "applicant_type": "us_md_senior",
      "school": "Example College of Medicine",
      "school_state": "OH",
      "home_state": "OH",
      "ties": [{"state": "PA", "why": "family"}],
      "step1": {"result": "pass", "attempts": 1},
      "step2_ck": {"score": 244, "attempts": 1},
      "comlex_level2": {"score": null, "attempts": null},
      "step3_passed": false,
      "ecfmg_certified": null,
      "graduation_year": 2027,
      "us_clinical_months": 12,
      "prior_match_attempts": 0,
      "prior_residency": false,
      "leave_or_failure": false,
      "research_experiences": 3,
      "outputs": 5,
      "honors": ["AOA"],
      "clerkship_honors": 3,
      "visa": "none",
      "home_programs": [],
      "away_rotations": [],
      "specialties": [
        {"name": "Internal Medicine", "role": "primary"},
        {"name": "Neurology", "role": "parallel"}
      ],
      "preferences": {
        "states": {"OH": 1.0},
        "divisions": ["East North Central"],
        "setting": {"academic": 1.0},
        "features": {"QI track": 0.5},
        "loved": [],
        "refused": []
      },
      "budget_usd": 900,
      "max_applications": {"Internal Medicine": 60},
      "interview_capacity": 15,
      "ambition": 0.3,
      "applied": [],
      "interviews": [],
      "couple": null
    }
    """
}
