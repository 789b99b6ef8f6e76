// SPDX-License-Identifier: Apache-2.0
// The digest of a world feels every field. The test is made from the lists of world/fields.hpp: it
// walks to every field of every entry, changes it alone, and looks.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

#include "world/canonical.hpp"
#include "world/full_tables.hpp"
#include "world/whole.hpp"

namespace forestall {
namespace {

/// Walks over everything and changes the one thing whose turn it is.
class Changer {
public:
    explicit Changer(std::size_t turn) : turn_(turn) {}

    /// Where the change was made, "places[3].hardship"; empty: there are not so many things.
    const std::string& where() const { return where_; }
    /// Lists in which nothing is, so that what they hold was never looked at.
    const std::set<std::string>& empty_lists() const { return empty_; }

    template <class T>
    void walk(T& x, const std::string& path) {
        if constexpr (Listed<T>) {
            for_each_field<T>(
                [&](const auto& f) { walk(x.*f.at, path + "." + std::string(f.name)); });
        } else if constexpr (std::is_same_v<T, std::string>) {
            mine(path, [&] { x += "!"; });
        } else if constexpr (whole::Range<T>) {
            list(x, path);
        } else if constexpr (requires { x.has_value(); }) {
            mine(path, [&] { x ? x.reset() : void(x.emplace()); });
            if (x) walk(*x, path + "*");
        } else if constexpr (requires { x.first; }) {
            walk(x.second, path + "=");
        } else if constexpr (requires { x.valueless_by_exception(); }) {
            mine(path, [&] {
                x.index() == 1 ? void(x.template emplace<2>()) : void(x.template emplace<1>());
            });
            std::visit([&](auto& one) { walk(one, path); }, x);
        } else if constexpr (std::is_enum_v<T>) {
            mine(path, [&] { x = static_cast<T>(static_cast<std::underlying_type_t<T>>(x) ^ 1); });
        } else if constexpr (std::is_same_v<T, bool>) {
            mine(path, [&] { x = !x; });
        } else if constexpr (std::is_arithmetic_v<T>) {
            mine(path, [&] {
                const T more = static_cast<T>(x + 1);
                x = more == x ? T{} : more;
            });
        } else {
            static_assert(std::is_same_v<T, std::monostate>);
        }
    }

private:
    template <class T>
    void list(T& x, const std::string& path) {
        if (x.size() == 0) empty_.insert(path);
        if constexpr (
            requires { x.mapped_type; } || requires { x.erase(x.begin()); })
            mine(path + ".size", [&] { x.size() == 0 ? void() : void(x.erase(x.begin())); });
        std::size_t i = 0;
        for (auto& one : x) walk(one, path + "[" + std::to_string(i++) + "]");
    }
    template <class Change>
    void mine(const std::string& path, const Change& change) {
        if (seen_++ != turn_) return;
        change();
        where_ = path;
    }

    std::size_t turn_;
    std::size_t seen_ = 0;
    std::string where_;
    std::set<std::string> empty_;
};

WorldTables canonical(ReferenceModel reference = {}) {
    WorldTables t = test::full_tables();
    t.settings.reference = reference;
    make_canonical(t);
    return t;
}

/// Paths without positions: one for each field of each struct.
std::string kind_of(const std::string& path) {
    std::string out;
    bool inside = false;
    for (const char c : path) {
        if (c == '[') inside = true;
        if (!inside) out += c;
        if (c == ']') inside = false;
    }
    return out;
}

TEST(Digest, FeelsEveryFieldOfEveryEntry) {
    for (const ReferenceModel& reference :
         {ReferenceModel{}, ReferenceModel{LatticeSettings{}}, ReferenceModel{CascadeSettings{}}}) {
        const WorldTables tables = canonical(reference);
        const std::uint64_t digest = whole::digest(tables);
        std::map<std::uint64_t, std::string> digests{{digest, "unchanged"}};
        for (std::size_t turn = 0;; ++turn) {
            WorldTables changed = tables;
            Changer changer(turn);
            changer.walk(changed, "world");
            if (changer.where().empty()) {
                EXPECT_GT(turn, 600u);
                break;
            }
            const bool empty_already = changer.empty_lists().contains(
                changer.where().substr(0, changer.where().size() - std::string(".size").size()));
            if (empty_already) continue;
            EXPECT_NE(whole::digest(changed), digest) << changer.where();
            EXPECT_FALSE(whole::same(changed, tables)) << changer.where();
            // NOLINTNEXTLINE(modernize-use-nullptr): as in cells.hpp
            EXPECT_NE(whole::order(changed, tables) < 0, whole::order(tables, changed) < 0)
                << changer.where();
            const auto [at, fresh] = digests.emplace(whole::digest(changed), changer.where());
            EXPECT_TRUE(fresh) << changer.where() << " as " << at->second;
        }
    }
}

TEST(Digest, NoListOfTheTablesItIsTriedOnIsEmptyEverywhere) {
    WorldTables tables = canonical();
    std::set<std::string> empty, filled;
    Changer nothing(~std::size_t{0});
    nothing.walk(tables, "world");
    for (const std::string& path : nothing.empty_lists()) empty.insert(kind_of(path));
    for (std::size_t turn = 0;; ++turn) {
        WorldTables changed = tables;
        Changer changer(turn);
        changer.walk(changed, "world");
        if (changer.where().empty()) break;
        const std::string& where = changer.where();
        if (where.ends_with(".size") &&
            !nothing.empty_lists().contains(where.substr(0, where.size() - 5)))
            filled.insert(kind_of(where.substr(0, where.size() - 5)));
    }
    for (const std::string& path : empty)
        EXPECT_TRUE(filled.contains(path)) << path << " is empty in every entry";
}

TEST(Digest, IsThatOfTheCanonicalTables) {
    const WorldTables once = canonical();
    WorldTables twice = once;
    make_canonical(twice);
    EXPECT_TRUE(whole::same(once, twice)) << "canonical tables are left as they are";
    EXPECT_EQ(World::build(test::full_tables()).digest(), whole::digest(once));
}

TEST(Digest, DoesNotRestOnWhereOneListEndsAndTheNextBegins) {
    WorldTables one = canonical(), other = canonical();
    one.partners[0].coordinates = {"a", "b"}, one.partners[0].competes = {"c"};
    other.partners[0].coordinates = {"a"}, other.partners[0].competes = {"b", "c"};
    EXPECT_NE(whole::digest(one), whole::digest(other));
    one = other = canonical();
    one.settings.title = "ab", one.settings.start_date = "c";
    other.settings.title = "a", other.settings.start_date = "bc";
    EXPECT_NE(whole::digest(one), whole::digest(other));
}

struct Two {
    int a = 0;
    std::optional<double> b;
};
TEST(FieldCount, CountsFieldsSoThatAListWithoutOneDoesNotCompile) {
    static_assert(field_count::of<Two>() == 2);
    static_assert(field_count::of<Group>() == 2);
    static_assert(field_count::of<LatticeSettings>() == 21);
    static_assert(field_count::distinct(std::tuple{Field{"a", &Two::a}, Field{"b", &Two::b}}));
    static_assert(!field_count::distinct(std::tuple{Field{"a", &Two::a}, Field{"b", &Two::a}}));
}

}  // namespace
}  // namespace forestall
