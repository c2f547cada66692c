/**
 * The committed list of what is supported, by chapter of MongoDB's manual. Each name has a page of its own under the
 * chapter's address, and a case in the tests that was worked out by hand from that page; every other name is refused.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** reference/operator/query */
export const QUERY_OPERATORS = words(`
  $eq $gt $gte $in $lt $lte $ne $nin $and $not $nor $or $exists $type $expr $jsonSchema $mod $regex $options $all
  $elemMatch $size $bitsAllClear $bitsAllSet $bitsAnyClear $bitsAnySet $comment $alwaysTrue $alwaysFalse`);

/** reference/operator/update */
export const UPDATE_OPERATORS = words(`
  $currentDate $inc $min $max $mul $rename $set $setOnInsert $unset $addToSet $pop $pull $push $pullAll $bit`);

/** reference/operator/update: what stands inside $push and $addToSet, and in paths. */
export const UPDATE_MODIFIERS = words('$each $position $slice $sort $ $[] $[<identifier>]');

/** reference/operator/projection */
export const PROJECTION_OPERATORS = words('$ $elemMatch $slice');

/** reference/operator/aggregation: stages */
export const STAGE_NAMES = words(`
  $addFields $bucket $bucketAuto $count $densify $facet $fill $graphLookup $group $limit $lookup $match $merge $out
  $project $redact $replaceRoot $replaceWith $sample $set $setWindowFields $skip $sort $sortByCount $unionWith $unset
  $unwind`);

/** reference/operator/aggregation: accumulators of $group, which $bucket and $setWindowFields take too */
export const ACCUMULATOR_NAMES = words(`
  $addToSet $avg $bottom $bottomN $count $first $firstN $last $lastN $max $maxN $median $mergeObjects $min $minN
  $percentile $push $stdDevPop $stdDevSamp $sum $top $topN`);

/** reference/operator/aggregation: window functions that are no accumulators */
export const WINDOW_FUNCTIONS = words(`
  $covariancePop $covarianceSamp $denseRank $derivative $documentNumber $expMovingAvg $integral $linearFill $locf $rank
  $shift`);

/** reference/operator/aggregation: expressions */
export const EXPRESSION_OPERATORS = words(`
  $abs $acos $acosh $add $allElementsTrue $and $anyElementTrue $arrayElemAt $arrayToObject $asin $asinh $atan $atan2
  $atanh $avg $binarySize $bitAnd $bitNot $bitOr $bitXor $bsonSize $ceil $cmp $concat $concatArrays $cond $convert $cos
  $cosh $dateAdd $dateDiff $dateFromParts $dateFromString $dateSubtract $dateToParts $dateToString $dateTrunc
  $dayOfMonth $dayOfWeek $dayOfYear $degreesToRadians $divide $eq $exp $filter $first $firstN $floor $getField $gt $gte
  $hour $ifNull $in $indexOfArray $indexOfBytes $indexOfCP $isArray $isNumber $isoDayOfWeek $isoWeek $isoWeekYear $last
  $lastN $let $literal $ln $log $log10 $lt $lte $ltrim $map $max $maxN $median $mergeObjects $millisecond $min $minN
  $minute $mod $month $multiply $ne $not $objectToArray $or $percentile $pow $radiansToDegrees $rand $range $reduce
  $regexFind $regexFindAll $regexMatch $replaceAll $replaceOne $reverseArray $round $rtrim $second $setDifference
  $setEquals $setField $setIntersection $setIsSubset $setUnion $sin $sinh $size $slice $sortArray $split $sqrt
  $stdDevPop $stdDevSamp $strLenBytes $strLenCP $strcasecmp $substr $substrBytes $substrCP $subtract $sum $switch $tan
  $tanh $toBool $toDate $toDecimal $toDouble $toInt $toLong $toLower $toObjectId $toString $toUUID $toUpper $trim $trunc
  $tsIncrement $tsSecond $type $unsetField $week $year $zip`);

/** Stages that bring documents of their own; each may only be the first, and is refused elsewhere. */
export const SOURCE_STAGES = words('$collStats $documents $listLocalSessions');

/** What the manual has beyond that; each is refused by name. */
export const REFUSED = {
  query: words(`
    $where $text $near $nearSphere $geoWithin $geoIntersects $within $box $center $centerSphere $geometry $maxDistance
    $minDistance $polygon $rand $natural $sampleRate`),
  update: words('$pushAll $setUnion $isolated $where $v'),
  stages: words(`
    $changeStream $changeStreamSplitLargeEvent $currentOp $geoNear $indexStats
    $listSampledQueries $listSearchIndexes $listSessions $planCacheStats $querySettings $queryStats $rankFusion
    $scoreFusion $search $searchMeta $shardedDataDistribution $vectorSearch $listClusterCatalog`),
  accumulators: words('$accumulator $function $rank $shift $derivative'),
  expressions: words(`
    $function $accumulator $meta $toHashedIndexKey $sampleRate $sigmoid $encStrContains $encStrEndsWith
    $encStrNormalizedEq $encStrStartsWith $createObjectId`),
};
