// SPDX-License-Identifier: Apache-2.0
// What a stranger's scenario cannot do: overflow the stack, lead out of its directory, hang, or
// hide its one fault behind a cascade.
#include "scenario/hostile.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "scenario/directory.hpp"
#include "scenario/toml_limits.hpp"

namespace forestall::testing {
namespace {

using namespace hostile;
namespace fs = std::filesystem;

std::size_t lines_in(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// One diagnostic, which has all of `words`.
void expect_one(const Loaded& loaded, const std::vector<std::string>& words) {
    const std::string text = told(loaded);
    EXPECT_EQ(lines_in(text), 1U) << text.substr(0, 2000);
    for (const auto& word : words)
        EXPECT_NE(text.find(word), std::string::npos) << word << "\n" << text.substr(0, 2000);
}

TEST(HostileToml, IsRefusedBeforeAnythingRecurses) {
    constexpr std::size_t deep = 100'000;
    for (const auto& text :
         {dotted_key(deep), quoted_key(deep), dotted_inline(deep), inline_tables(deep),
          arrays(deep), header(deep), "[" + header(deep), behind_quotes(deep),
          "x = " + times(deep, "["), "x = '''\n''' \n" + arrays(deep)})
        expect_one(load(with_toml(text)), {"scenario.toml:", ": error E064: "});
}

TEST(HostileToml, IsRefusedInAnOptionsFileToo) {
    auto files = two_rivers();
    files["options/deep.toml"] = "title = \"Deep\"\n" + dotted_inline(50'000);
    expect_one(load(files), {"options/deep.toml:2:7: error E064: a key of more than 16 parts"});
}

TEST(HostileToml, IsTakenUpToTheLimit) {
    EXPECT_FALSE(beyond_limits(dotted_key(16)));
    EXPECT_TRUE(beyond_limits(dotted_key(17)));
    EXPECT_FALSE(beyond_limits(arrays(32)));
    EXPECT_TRUE(beyond_limits(arrays(33)));
}

TEST(HostileToml, CountsNothingInQuotesAndComments) {
    EXPECT_FALSE(beyond_limits("a = \"" + times(99, "[") + times(99, ".") + "\"\n"));
    EXPECT_FALSE(beyond_limits("a = '''\n" + times(99, "[.\n") + "'''\n# " + times(99, "{.")));
    EXPECT_FALSE(beyond_limits("a = \"\\\"" + times(99, "[") + "\"\n"));
}

TEST(HostileToml, HasItsExcessAtLineAndColumn) {
    const auto excess = beyond_limits("a = 1\nb = [ " + dotted_key(99));
    ASSERT_TRUE(excess);
    EXPECT_EQ(excess->line, 2);
    EXPECT_EQ(excess->column, 7);
}

TEST(HostileToml, HasNothingBeforeItsExcessThatIsBeyondTheLimits) {
    const std::string text = "a = [" + times(150'000, "1,") + arrays(33);
    const auto excess = beyond_limits(text);
    ASSERT_TRUE(excess);
    EXPECT_EQ(excess->offset, 0U) << "of the line";
    EXPECT_FALSE(beyond_limits(text.substr(0, excess->offset)));
}

TEST(HostileToml, HasKeysAndLinesCapped) {
    EXPECT_TRUE(beyond_limits("\"" + times(2000, "k") + "\" = 1\n"));
    EXPECT_TRUE(beyond_limits("a = \"" + times(300'000, "k") + "\"\n"));
    EXPECT_FALSE(beyond_limits("a = \"" + times(200'000, "k") + "\"\n"));
}

TEST(HostileToml, WithABracketLeftOpenIsASyntaxErrorWhereItIs) {
    expect_one(load(with_toml(times(60, "[[actor]\nname = \"x\"\n"))), {": error E004: "});
}

TEST(Encoding, IsToldOnceAndByItsName) {
    for (const char* file : {"scenario.toml", "locations.csv", "populations.csv"}) {
        for (const bool mark : {true, false})
            expect_one(load(changed(file, [&](const std::string& s) { return utf16(s, mark); })),
                       {std::string(file) +
                        ":1:1: error E006: the text is UTF-16; save the file as UTF-8"});
        expect_one(load(changed(file, [](std::string s) { return s.insert(9, 1, '\0'); })),
                   {std::string(file) + ":1:10: error E006: a NUL character"});
        expect_one(load(changed(file, [](std::string s) { return s.insert(9, 1, '\xE9'); })),
                   {std::string(file) +
                    ":1:10: error E006: a byte that is not UTF-8; save the file as UTF-8"});
    }
    for (const char* file : {"scenario.toml", "locations.csv"})
        EXPECT_EQ(
            told(load(changed(file, [](const std::string& s) { return "\xEF\xBB\xBF" + s; }))), "")
            << file;
}

/// A scenario on disk.
class HostileFiles : public ::testing::Test {
protected:
    void SetUp() override {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        top_ = fs::path(::testing::TempDir()) / fmt_name(test->name());
        fs::remove_all(top_);
        fs::create_directories(top_ / "s" / "options");
        fs::create_directories(top_ / "s" / "observed");
        for (const auto& [name, text] : two_rivers())
            std::ofstream(top_ / "s" / name, std::ios::binary) << text;
        std::ofstream(top_ / "secret.csv") << "from,to,km\nFord,Mill,120\n";
    }
    void TearDown() override { fs::remove_all(top_); }

    static std::string fmt_name(const std::string& test) {
        return "hostile_" + std::to_string(getpid()) + "_" + test;
    }
    fs::path scenario() const { return top_ / "s"; }
    Loaded read() const { return load_scenario(scenario(), test_tables); }

    fs::path top_;
};

TEST_F(HostileFiles, WhoseLinksLeadOutOfTheDirectoryAreRefused) {
    for (const fs::path& target :
         {fs::path("../secret.csv"), fs::absolute(top_ / "secret.csv"), fs::path("/etc/passwd")}) {
        fs::remove(scenario() / "routes.csv");
        fs::create_symlink(target, scenario() / "routes.csv");
        expect_one(
            read(),
            {"routes.csv: error E065: 'routes.csv' is a link that leads out of the directory"});
    }
}

TEST_F(HostileFiles, WhoseFoldersAreLinksOutOfTheDirectoryAreRefused) {
    fs::remove(scenario() / "options");
    fs::create_directory_symlink(top_, scenario() / "options");
    expect_one(read(), {"options/: error E065: "});
}

TEST_F(HostileFiles, WhoseLinksStayInsideAreRead) {
    fs::create_directories(scenario() / "data");
    fs::rename(scenario() / "routes.csv", scenario() / "data" / "r");
    fs::create_symlink("data/r", scenario() / "routes.csv");
    fs::create_directory_symlink(scenario(), top_ / "link");
    EXPECT_EQ(told(read()), "");
    EXPECT_EQ(told(load_scenario(top_ / "link", test_tables)), "");
}

TEST_F(HostileFiles, ThatAreDevicesPipesSocketsOrDirectoriesAreRefusedWithoutWaiting) {
    const fs::path file = scenario() / "routes.csv";
    fs::remove(file);
    ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
    expect_one(read(), {"routes.csv: error E002: 'routes.csv' is a pipe"});

    fs::remove(file);
    fs::create_directory(file);
    expect_one(read(), {"error E002: 'routes.csv' is a directory"});

    fs::remove(file);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const fs::path before = fs::current_path();
    fs::current_path(scenario());  // the path of a socket is short
    constexpr char name[] = "routes.csv";
    std::memcpy(address.sun_path, name, sizeof name);
    const int bound = ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    fs::current_path(before);
    ::close(socket);
    ASSERT_EQ(bound, 0);
    expect_one(read(), {"error E002: 'routes.csv' is a socket"});

    fs::remove(file);
    fs::create_symlink("/dev/zero", file);
    expect_one(read(), {"error E065: "});
}

TEST_F(HostileFiles, InEverySubfolderAreRefusedAlike) {
    fs::create_symlink("/dev/zero", scenario() / "options" / "a.toml");
    ASSERT_EQ(::mkfifo((scenario() / "options" / "b.toml").c_str(), 0600), 0);
    ASSERT_EQ(::mkfifo((scenario() / "observed" / "camps.csv").c_str(), 0600), 0);
    EXPECT_EQ(told(read()),
              "observed/camps.csv: error E002: 'observed/camps.csv' is a pipe; check that it is a "
              "regular file and that you may read it\n"
              "options/a.toml: error E065: 'options/a.toml' is a link that leads out of the "
              "directory; put the file "
              "itself there: a scenario is complete in its directory\n"
              "options/b.toml: error E002: 'options/b.toml' is a pipe; check that it is a regular "
              "file and that you may read it\n");
}

TEST_F(HostileFiles, ThatAreLinksToNothingOrInACircleAreTold) {
    fs::remove(scenario() / "routes.csv");
    fs::create_symlink("nothing.csv", scenario() / "routes.csv");
    expect_one(read(),
               {"routes.csv: error E001: 'routes.csv' is a link to a file that is missing"});
    fs::remove(scenario() / "routes.csv");
    fs::create_symlink("routes.csv", scenario() / "routes.csv");
    expect_one(read(), {"routes.csv: error E002: 'routes.csv' cannot be read: "});
}

TEST_F(HostileFiles, ThatAreNoneOfAScenariosAreNotOpened) {
    ASSERT_EQ(::mkfifo((scenario() / "others.csv").c_str(), 0600), 0);
    expect_one(
        read(),
        {"others.csv: warning W007: 'others.csv' is not a file of a scenario and is not read"});
}

TEST_F(HostileFiles, AreNotReadBeyondTheLimitOfAllTogether) {
    Diagnostics diagnostics;
    Report report(diagnostics, 50);
    const auto texts = read_directory(scenario(), {}, report, {.total_bytes = 300});
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_EQ(diagnostics.all()[0].code, "E003");
    EXPECT_LT(texts.files.size(), 4U);
}

}  // namespace
}  // namespace forestall::testing
