/** The signs and words of which days and stretches of days are said, as parts of patterns. */
export const ZH_DAY =
  '[今明后大下上这本周星期礼拜一二两三四五六日七八九十天个月号初末底年\\d/\\-.,、到至从和半起开始早晚整~—共]';
export const EN_DAY =
  '(?:from|starting|on|to|till|until|through|thru|and|next|this|the|for|of|a|an|today|tomorrow|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*|week|weeks|day|days|month|one|two|three|four|five|six|seven|ten|\\d{1,4}(?:st|nd|rd|th)?(?:[/-]\\d{1,2}){0,2}|[-–—])';
