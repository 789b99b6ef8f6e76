// SPDX-License-Identifier: Apache-2.0
// Arrays that are asked by strong ids: `fighters(actor, place)`, `threat[actor]`. An index of the
// wrong kind, or two in the wrong order, does not compile. The values lie in one vector, those of
// the last index next to each other, so a digest or a sum over all of them is one over that vector.
// Positions are not checked. Values: a copy is a copy of all. Thread-safe as a vector is.
#pragma once
#include <cstddef>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

#include "core/ids.hpp"

namespace forestall {

/// What every table has, whatever its indices: all its values in a row, in the order of storage.
template <class T>
class TableValues {
public:
    std::size_t size() const { return values_.size(); }
    T* data() { return values_.data(); }
    const T* data() const { return values_.data(); }
    auto begin() { return values_.begin(); }
    auto end() { return values_.end(); }
    auto begin() const { return values_.begin(); }
    auto end() const { return values_.end(); }
    void fill(const T& value) { values_.assign(values_.size(), value); }
    bool operator==(const TableValues&) const = default;

protected:
    TableValues() = default;
    explicit TableValues(std::vector<T> values) : values_(std::move(values)) {}
    std::vector<T> values_;
};

/// Tables of one kind of value, whatever their indices, to do the same to each:
/// `for (auto* t : Tables<double>{&threat, &animus})`.
template <class T>
using Tables = std::initializer_list<TableValues<T>*>;
template <class T>
using ConstTables = std::initializer_list<const TableValues<T>*>;

template <class... IndicesAndValue>
class Table;

/// A value for each I: `Table<ActorId, double> threat(actors); threat[a]`.
template <StrongId I, class T>
class Table<I, T> : public TableValues<T> {
public:
    Table() = default;
    explicit Table(std::size_t n, const T& value = {}) : TableValues<T>(std::vector<T>(n, value)) {}
    explicit Table(std::vector<T> values) : TableValues<T>(std::move(values)) {}

    T& operator[](I i) { return this->values_[index(i)]; }
    const T& operator[](I i) const { return this->values_[index(i)]; }
    IdRange<I> ids() const { return {0, this->size()}; }
};

/// A value for each pair: `Table<ActorId, PlaceId, Persons> fighters(actors, places);
/// fighters(a, p)`. The values of one row lie together.
template <StrongId I, StrongId J, class T>
class Table<I, J, T> : public TableValues<T> {
public:
    Table() = default;
    Table(std::size_t rows, std::size_t columns, const T& value = {})
        : TableValues<T>(std::vector<T>(rows * columns, value)), columns_(columns) {}

    T& operator()(I i, J j) { return this->values_[index(i) * columns_ + index(j)]; }
    const T& operator()(I i, J j) const { return this->values_[index(i) * columns_ + index(j)]; }
    std::span<T> row(I i) {
        return std::span(this->values_).subspan(index(i) * columns_, columns_);
    }
    std::span<const T> row(I i) const {
        return std::span(this->values_).subspan(index(i) * columns_, columns_);
    }

private:
    std::size_t columns_ = 0;
};

}  // namespace forestall
