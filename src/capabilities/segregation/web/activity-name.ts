/** How a page writes the key of an activity: `access-approver` as `Access approver`. */
export const activityName = (key: string): string => {
  const words = key.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
