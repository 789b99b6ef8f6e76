# SPDX-License-Identifier: Apache-2.0
"""`forestall value` and `forestall flip` on members of a bundled scenario; fresh members that confirm a change."""
import unittest

import program


class Assumptions(program.Case):
    OPTIONS = ("--options", "none,mediation-early")

    def test_a_change_is_confirmed_on_the_members_that_follow(self):
        out, longer = self.ensemble("o.h5", *self.OPTIONS, members=40), self.ensemble("longer.h5", *self.OPTIONS, members=52)
        value = self.json("value", out, "--resamples", 199)
        self.assertGreater(value["without_effect_here"], 50)  # numbers of interventions that no option here has
        self.assertIn(value["assumptions"][0]["grade"], ("A", "B", "C", "D", None))
        self.assertTrue(any(row["distribution"] for row in value["assumptions"]))

        ask = ("flip", out, "--resamples", 199, "--confirm", 12, "--assume")
        flip = self.json(*ask, "effect.mediation.3=0.2")
        told = flip["confirmation"]
        self.assertEqual((told["first_member"], told["members"]), (40, 12))
        self.assertEqual(told["held"], {"effect.mediation.3": 0.2})
        self.assertIn(told["finding"], ("confirmed", "refuted", "inconclusive"))
        self.assertNotEqual(told["averts_changed"]["value"], told["averts_as_drawn"]["value"])

        import h5py  # pylint: disable=import-outside-toplevel
        with h5py.File(longer) as file:
            deaths = file["civilian_deaths"][:, 40:, :].sum(axis=2).mean(axis=1)
            options = [b"".join(name).decode().rstrip("\0") for name in file["option"][:]]
        by_option = dict(zip(options, deaths))
        self.assertAlmostEqual(told["averts_as_drawn"]["value"], by_option[told["advice"]] - by_option[told["to"]], places=6)

        self.assertEqual(self.json(*ask, "effect.mediation.3=0.2", "--threads", 1)["confirmation"], told)
        # What reaches neither option changes no bit.
        other = self.json(*ask, "effect.safe_zone.1=0.9")["confirmation"]
        self.assertEqual(other["averts_changed"], other["averts_as_drawn"])
        text = self.ok(*ask, "effect.safe_zone.1=0.9").stdout
        self.assertIn("with effect.safe_zone.1 = 0.9", text)
        self.assertIn("affects neither of the two", text)


    def test_only_what_a_scenario_could_give_is_held(self):
        out = self.ensemble("o.h5", *self.OPTIONS, members=40)
        ask = ("flip", out, "--resamples", 199, "--confirm", 2, "--assume")
        for words, said in ((("population.kin_pull=-5",), "from 0 to 20"), (("population.kin_pull=1e300",), "from 0 to 20"),
                            (("effect.mediation.3=1e9",), "it must be from"), (("population.kin_pull=nan",), "is not an assumption"),
                            (("population.kin_pull=5", "population.kin_pull=6"), "twice"), (("=5",), "is not an assumption"),
                            (("population.kin_pull",), "is not an assumption"), (("joy=1",), "has no assumption 'joy'")):
            self.assertIn(said, self.ok(*ask, *words, code=2).stderr, words)


if __name__ == "__main__":
    unittest.main()
