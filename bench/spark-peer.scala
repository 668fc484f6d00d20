// Spark in Scala as a peer of the Spark benchmark, for spark-shell: `ask("words")` or `ask("ranks")` runs once.
val folder = sys.env("SPARK_PEER_FOLDER")
sc.setLogLevel("OFF")
def words(): (Long, Double) = {
  val pairs = sc.textFile(folder + "/words", 8).flatMap(_.split(" ")).map(w => (w, 1)).reduceByKey(_ + _, 4).collect()
  (pairs.length.toLong, pairs.map(_._2.toLong).sum.toDouble)
}
def ranks(): (Long, Double) = {
  val edges = sc.textFile(folder + "/ranks", 4).map { l => val p = l.split(" "); (p(0).toInt, p(1).toInt) }
  val links = edges.groupByKey(4).cache()
  var now = links.mapValues(_ => 1.0)
  for (_ <- 1 to 5) now = links.join(now).values.flatMap { case (o, r) => val n = o.size; o.map(d => (d, r / n)) }.reduceByKey(_ + _, 4).mapValues(0.15 + 0.85 * _)
  val most = now.values.max()
  val count = now.count()
  links.unpersist()
  (count, most)
}
def ask(work: String): Unit = {
  val began = System.nanoTime()
  val (count, sum) = if (work == "words") words() else ranks()
  println(s"""answer {"ms":${(System.nanoTime() - began) / 1e6},"count":$count,"sum":$sum}""")
}
