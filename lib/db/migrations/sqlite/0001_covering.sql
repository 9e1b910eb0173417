DROP INDEX `reviews_user_day`;--> statement-breakpoint
CREATE INDEX `reviews_user_day` ON `reviews` (`user_id`,`study_day`,`seq`,`undone_at`,`card_id`,`grade`,`phase`,`id`);