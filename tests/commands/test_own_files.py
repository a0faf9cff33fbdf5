"""Faults in the owner's files are told, and stop nothing."""

FAULTY = "playbook: mine\nversion: 1\ntitle: Mine\nstaps: []\n"


def test_a_faulty_playbook_is_told_with_its_place_and_the_call_is_kept(run, tmp_path):
    run("log", "The cake was dry", "--who", "Dana")
    folder = tmp_path / "book" / "playbooks"
    folder.mkdir()
    (folder / "mine.yaml").write_text(FAULTY)
    for _ in range(2):
        result = run("log", "She rang again", "--who", "Dana")
        assert f"{folder / 'mine.yaml'}:4:1: “staps”" in result.err
        assert "Until then the last good texts hold." in result.err
        assert "Kept, 1" in result.out
    (folder / "mine.yaml").unlink()
    assert run("log", "She rang again", "--who", "Dana").err == ""


def test_faults_of_settings_and_playbooks_are_told_together(run, tmp_path):
    folder = tmp_path / "book" / "playbooks"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(FAULTY)
    (tmp_path / "book" / "config.yaml").write_text("busines: Vale\nholidays: UK\n")
    err = run("log", "The cake was dry", "--who", "Dana").err
    assert "config.yaml:1:1: “busines”" in err
    assert "config.yaml:2:11: “UK”" in err
    assert "mine.yaml:4:1:" in err
    assert err.count("Until then") == 1


def test_with_only_settings_at_fault_the_settings_are_named(run, tmp_path):
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "config.yaml").write_text("busines: Vale\n")
    err = run("log", "The cake was dry", "--who", "Dana").err
    assert "Until then the last good settings hold." in err
