import { quick } from '../text/quick-pattern.ts';

/** Meeting words that hold although the clause also speaks of going somewhere. */
export const NOT_AT_THEIRS = quick(
  /咖啡|茶[楼馆室]|喝茶|视频|腾讯会议|来我|来公司|过来|(?<!\p{L})here for|ours|our (?:office|place|warehouse|plant|hq|site)|coffee|zoom|teams|video/iu,
);
/** The customer came to us. */
export const AT_OURS =
  /(?<!\p{L})here (?:for|today|with)|(?:by|at|to|round|into|in) (?:ours|our (?:place|office|warehouse|site|hq|plant|factory|showroom|stand|depot|shop|yard|mill|farm|lab|studio|workshop|branch|store))/iu;
/** Wires over which a meeting is no phone call. */
export const BY_VIDEO = quick(/视频|腾讯会议|飞书会议|zoom|teams|meet|webex|skype|facetime|hangout|video/iu);

/** ◆ mtg recap: what it was follows under the heading. */
export const HEADING = /(?:mtg|meeting) (?:recap|notes?|report|summary|minutes|debrief|log)/u;
