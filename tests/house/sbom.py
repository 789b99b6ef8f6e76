# SPDX-License-Identifier: Apache-2.0
"""The software bill of materials, SPDX 2.3: what the program loads and what is compiled in.

Usage: sbom.py PROGRAM prints it with the versions of this machine. `make sbom` keeps it."""
import hashlib
import json
import os
import re
import subprocess
import sys

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
GCC = "GPL-3.0-or-later WITH GCC-exception-3.1"
EITHER_GPL = "LGPL-3.0-or-later OR GPL-2.0-or-later"
# Of every Debian package whose library is loaded, as its copyright file has it for the library.
LOADED = {
    "libc6": "LGPL-2.1-or-later", "libgcc-s1": GCC, "libstdc++6": GCC,
    "libhdf5-103-1": "BSD-3-Clause", "libhdf5-hl-100": "BSD-3-Clause", "libaec0": "BSD-2-Clause",
    "libsz2": "BSD-2-Clause", "zlib1g": "Zlib", "libtbb12": "Apache-2.0", "libfmt9": "MIT", "libspdlog1.10": "MIT",
    "libtomlplusplus3": "MIT", "libgeographiclib23": "MIT", "libsleef3": "BSL-1.0", "libxxhash0": "BSD-2-Clause",
    "libutf8proc2": "MIT",
    "libpagmo8": "GPL-3.0-or-later OR LGPL-3.0-or-later", "libboost-serialization1.74.0": "BSL-1.0",
    # What HDF5 brings with it.
    "libcurl4": "curl", "libssl3": "Apache-2.0", "libssh2-1": "BSD-3-Clause", "librtmp1": "LGPL-2.1-or-later",
    "libldap-2.5-0": "OLDAP-2.8", "libsasl2-2": "BSD-3-Clause-Attribution", "libnghttp2-14": "MIT",
    "libpsl5": "MIT", "libbrotli1": "MIT", "libzstd1": "BSD-3-Clause OR GPL-2.0-only",
    "libidn2-0": EITHER_GPL, "libunistring2": EITHER_GPL, "libgmp10": EITHER_GPL, "libnettle8": EITHER_GPL,
    "libhogweed6": EITHER_GPL, "libgnutls30": "LGPL-2.1-or-later", "libtasn1-6": "LGPL-2.1-or-later",
    "libp11-kit0": "BSD-3-Clause", "libffi8": "MIT", "libkeyutils1": "LGPL-2.0-or-later",
    "libgssapi-krb5-2": "MIT", "libk5crypto3": "MIT", "libkrb5-3": "MIT", "libkrb5support0": "MIT",
    "libcom-err2": "MIT",
}
# What docs/licences has and where its version is: a Debian package of headers, or package.json.
COMPILED_IN = {
    "Boost": "libboost1.74-dev", "CLI11": "libcli11-dev", "fmt": "libfmt-dev", "GeographicLib": "libgeographiclib-dev",
    "JSON for Modern C++": "nlohmann-json3-dev", "Random123": "librandom123-dev", "spdlog": "libspdlog-dev",
    "toml++": "libtomlplusplus-dev", "xxHash": "libxxhash-dev", "oneTBB": "libtbb-dev", "Eigen": "libeigen3-dev",
    "pagmo": "libpagmo-dev",
}


def read(*path):
    with open(os.path.join(ROOT, *path), encoding="utf-8") as file:
        return file.read()


def said(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"}).stdout


def names_of(path):
    """What dpkg may call a file: links and the two names of /lib are followed."""
    real = os.path.realpath(path)
    return (path, real, "/usr" + path, re.sub("^/usr", "", real))


def loaded_packages(program):
    """{Debian package: [files]} of what the loader brings in for the program; a file of no package is its own."""
    paths = re.findall(r"^\s+(?:\S+ => )?(/\S+) \(", said("ldd", program), flags=re.M)
    asked = subprocess.run(["dpkg-query", "-S", *{n for p in paths for n in names_of(p)}], capture_output=True,
                           text=True, check=False).stdout
    owners = dict(reversed(re.match(r"([^:,]+).*: (/.*)", line).groups()) for line in asked.splitlines())
    out = {}
    for path in paths:
        package = next((owners[n] for n in names_of(path) if n in owners), path)
        out.setdefault(package, []).append(os.path.basename(path))
    return out


def headings():
    """(name, licence, where) of every file of docs/licences."""
    for name in sorted(os.listdir(os.path.join(ROOT, "docs", "licences"))):
        yield tuple(part.strip() for part in read("docs", "licences", name).split("\n")[0][3:].split("|"))


def versions_of(packages):
    """{package: version} of those that are installed."""
    told = subprocess.run(["dpkg-query", "-W", "-f=${Package} ${Version}\n", *packages], capture_output=True, text=True,
                          check=False).stdout
    return dict(line.split() for line in told.splitlines())


def entry(name, version, licence, where):
    return {"SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name), "name": name, "versionInfo": version,
            "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": licence,
            "licenseDeclared": licence, "copyrightText": "NOASSERTION", "comment": where}


def document(program):
    project = re.search(r"project\(forestall VERSION ([\d.]+)", read("CMakeLists.txt")).group(1)
    packages = [entry("forestall", project, "Apache-2.0", "the program")]
    related = [("SPDXRef-DOCUMENT", "DESCRIBES", packages[0]["SPDXID"])]
    loaded = loaded_packages(program)
    versions = versions_of([*loaded, *COMPILED_IN.values()])
    for name, files in sorted(loaded.items()):
        package = entry(name, versions.get(name, ""), LOADED.get(name, "NOASSERTION"), "loaded: " + ", ".join(sorted(files)))
        package["externalRefs"] = [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                                    "referenceLocator": f"pkg:deb/debian/{name}@{package['versionInfo']}?distro=bookworm"}]
        packages.append(package)
        related.append((packages[0]["SPDXID"], "DYNAMIC_LINK", package["SPDXID"]))
    scripts = json.loads(read("analysis/report/page/package-lock.json"))["packages"]
    for name, licence, _ in headings():
        if name in COMPILED_IN:
            package = entry(name, versions.get(COMPILED_IN[name], ""), licence, f"headers of {COMPILED_IN[name]}")
        elif f"node_modules/{name.split()[-1]}" in scripts or "ECharts" in name:
            key = "echarts" if "ECharts" in name else name
            package = entry(key, scripts[f"node_modules/{key}"]["version"], licence, "in the chart library")
        elif name.startswith(("htm ", "preact ")):  # one file has both
            package = entry(*name.split(), licence, "in the page of the exercise")
        else:
            continue
        packages.append(package)
        related.append((packages[0]["SPDXID"], "CONTAINS", package["SPDXID"]))
    digest = hashlib.sha256(json.dumps(packages, sort_keys=True).encode()).hexdigest()
    return {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
            "name": f"forestall-{project}",
            "documentNamespace": f"https://spdx.org/spdxdocs/forestall-{project}-{digest[:32]}",
            "creationInfo": {"created": created(), "creators": ["Tool: forestall-sbom"]},
            "packages": packages,
            "relationships": [{"spdxElementId": a, "relationshipType": kind, "relatedSpdxElement": b}
                              for a, kind, b in related]}


def created():
    return said("date", "-u", "+%Y-%m-%dT00:00:00Z").strip()


if __name__ == "__main__":
    print(json.dumps(document(sys.argv[1]), indent=1, ensure_ascii=False))
