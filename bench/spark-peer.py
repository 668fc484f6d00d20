# PySpark as a peer of the Spark benchmark: a line "words" or "ranks" is run once, and answered with a line of JSON.
import json
import sys
import time

from pyspark import SparkConf, SparkContext

folder = sys.argv[1]
conf = SparkConf().setMaster("local[2]").set("spark.ui.enabled", "false").set("spark.driver.memory", "3g")
sc = SparkContext(conf=conf)
sc.setLogLevel("OFF")


def words():
    pairs = (
        sc.textFile(folder + "/words", 8)
        .flatMap(lambda line: line.split(" "))
        .map(lambda word: (word, 1))
        .reduceByKey(lambda a, b: a + b, 4)
        .collect()
    )
    return len(pairs), sum(n for _, n in pairs)


def edge(line):
    p = line.split(" ")
    return int(p[0]), int(p[1])


def gives(record):
    outs, rank = record
    n = len(outs)
    return [(to, rank / n) for to in outs]


def ranks():
    links = sc.textFile(folder + "/ranks", 4).map(edge).groupByKey(4).cache()
    now = links.mapValues(lambda outs: 1.0)
    for _ in range(5):
        now = links.join(now).values().flatMap(gives).reduceByKey(lambda a, b: a + b, 4).mapValues(lambda s: 0.15 + 0.85 * s)
    most = now.values().max()
    count = now.count()
    links.unpersist()
    return count, most


for line in sys.stdin:
    began = time.perf_counter()
    count, total = {"words": words, "ranks": ranks}[line.strip()]()
    ms = (time.perf_counter() - began) * 1000
    print("answer " + json.dumps({"ms": ms, "count": count, "sum": total}), flush=True)
