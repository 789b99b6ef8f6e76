// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/keys.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <set>

#include "analysis/input_error.hpp"
#include "app/exercise/server/tokens.hpp"
#include "app/exercise/small_case.hpp"
#include "results/files.hpp"

namespace forestall::app::exercise {
namespace {

TEST(Tokens, AreLongAndDiffer) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string token = fresh_token();
        EXPECT_EQ(token.size(), token_letters);
        EXPECT_EQ(token.find_first_not_of("0123456789abcdef"), std::string::npos);
        seen.insert(token);
    }
    EXPECT_EQ(seen.size(), 1000U);
}

TEST(Tokens, AreKeptAsSha256) {
    EXPECT_EQ(token_digest("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_TRUE(same_digest("abc", "abc"));
    EXPECT_FALSE(same_digest("abc", "abd"));
    EXPECT_FALSE(same_digest("abc", "abcd"));
}

class KeysOfSeats : public ::testing::Test {
protected:
    Keys keys{players_of(small_case().plan())};
    std::vector<FreshKey> fresh = keys.complete();
};

TEST_F(KeysOfSeats, LetEachPlayerInAndNobodyElse) {
    ASSERT_EQ(fresh.size(), 4U);
    EXPECT_EQ(fresh.front().as, "white");
    for (const FreshKey& key : fresh) EXPECT_EQ(keys.whose(key.token)->as, key.as);
    for (const std::string& wrong : {std::string(), fresh_token(), fresh[1].token + "0"})
        EXPECT_EQ(keys.whose(wrong), nullptr);
    EXPECT_TRUE(keys.complete().empty()) << "links are told once";
}

TEST_F(KeysOfSeats, AreRenewedOneByOne) {
    const std::string token = keys.renew("seat-2");
    EXPECT_EQ(keys.whose(fresh[2].token), nullptr);
    EXPECT_EQ(keys.whose(token)->as, "seat-2");
    EXPECT_EQ(keys.whose(fresh[1].token)->as, "seat-1");
}

TEST_F(KeysOfSeats, LieBesideTheJournalForTheirOwnerOnlyWithoutTheTokens) {
    const std::string path = keys_path(fresh_path("keys"));
    keys.join("seat-1");
    save_keys(keys, path);
    struct stat about {};
    ASSERT_EQ(::stat(path.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0600U);
    const std::string text = files::read_file(path, 1 << 20);
    for (const FreshKey& key : fresh) EXPECT_EQ(text.find(key.token), std::string::npos);
    Keys again(players_of(small_case().plan()));
    again.take(text, path);
    EXPECT_TRUE(again.complete().empty());
    EXPECT_EQ(again.whose(fresh[3].token)->as, "seat-3");
    EXPECT_TRUE(again.all()[1].joined);
    EXPECT_FALSE(again.all()[2].joined);
    EXPECT_THROW(again.take("[]", path), InputError);
    EXPECT_THROW(save_keys(keys, "/proc/nowhere/keys"), IoError);
}

}  // namespace
}  // namespace forestall::app::exercise
