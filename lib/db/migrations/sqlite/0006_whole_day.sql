CREATE TABLE `fits` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`reviews` integer NOT NULL,
	`weights` text NOT NULL,
	`before` text,
	`loss_before` real NOT NULL,
	`loss_after` real NOT NULL,
	`is_kept` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `fits_user` ON `fits` (`user_id`,`at`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_hash_unique` ON `tokens` (`hash`);--> statement-breakpoint
CREATE INDEX `tokens_user` ON `tokens` (`user_id`);--> statement-breakpoint
DROP INDEX `memories_due`;--> statement-breakpoint
ALTER TABLE `memories` ADD `last_day` integer;--> statement-breakpoint
ALTER TABLE `memories` ADD `buried_until` integer;--> statement-breakpoint
ALTER TABLE `memories` ADD `flagged_at` integer;--> statement-breakpoint
ALTER TABLE `memories` ADD `since_seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `memories_due` ON `memories` (`user_id`,`due_at`,`card_id`,`phase`,`stability`,`difficulty`,`step`,`due_day`,`reps`,`lapses`,`last_reviewed_at`,`last_day`,`revision`,`separating`,`suspended_at`,`buried_until`,`flagged_at`,`since_seq`);--> statement-breakpoint
ALTER TABLE `enrolments` ADD `rules` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `reviews` ADD `kind` text DEFAULT 'review' NOT NULL;--> statement-breakpoint
ALTER TABLE `reviews` ADD `leech` text;--> statement-breakpoint
CREATE INDEX `reviews_user_card` ON `reviews` (`user_id`,`card_id`,`seq`);--> statement-breakpoint
ALTER TABLE `users` ADD `rules` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `extra` text;--> statement-breakpoint
ALTER TABLE `users` ADD `weights` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `feed_hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `users_feed_hash_unique` ON `users` (`feed_hash`);--> statement-breakpoint
UPDATE `memories` SET `last_day` = (SELECT r.`study_day` FROM `reviews` r WHERE r.`user_id` = `memories`.`user_id` AND r.`card_id` = `memories`.`card_id` AND r.`at` = `memories`.`last_reviewed_at` AND r.`undone_at` IS NULL ORDER BY r.`seq` DESC LIMIT 1);--> statement-breakpoint
UPDATE `memories` SET `since_seq` = coalesce((SELECT max(r.`seq`) FROM `reviews` r WHERE r.`user_id` = `memories`.`user_id` AND r.`card_id` = `memories`.`card_id` AND r.`undone_at` IS NULL), 0) WHERE `phase` = 'new';--> statement-breakpoint
UPDATE `memories` SET `since_seq` = coalesce((SELECT max(r.`seq`) - 1 FROM `reviews` r WHERE r.`user_id` = `memories`.`user_id` AND r.`card_id` = `memories`.`card_id` AND r.`undone_at` IS NULL AND r.`phase` = 'new'), 0) WHERE `phase` <> 'new';--> statement-breakpoint
UPDATE `reviews` SET `after` = json_set(`after`, '$.lastDay', `study_day`, '$.buriedUntil', NULL, '$.flaggedAt', NULL, '$.sinceSeq', 0);--> statement-breakpoint
UPDATE `reviews` SET `before` = json_set(`before`, '$.lastDay', (SELECT p.`study_day` FROM `reviews` p WHERE p.`user_id` = `reviews`.`user_id` AND p.`card_id` = `reviews`.`card_id` AND p.`undone_at` IS NULL AND p.`seq` < `reviews`.`seq` ORDER BY p.`seq` DESC LIMIT 1), '$.buriedUntil', NULL, '$.flaggedAt', NULL, '$.sinceSeq', 0) WHERE `before` IS NOT NULL AND json_type(`before`) = 'object';
