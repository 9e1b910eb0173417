CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`card_id` text NOT NULL,
	`course_id` text NOT NULL,
	`user_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`card_id`) REFERENCES `cards`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reports_course` ON `reports` (`course_id`,`closed_at`,`at`);--> statement-breakpoint
CREATE TABLE `tags` (
	`user_id` text NOT NULL,
	`card_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`user_id`, `card_id`, `tag`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`card_id`) REFERENCES `cards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `memories_due`;--> statement-breakpoint
ALTER TABLE `memories` ADD `suspended_at` integer;--> statement-breakpoint
CREATE INDEX `memories_due` ON `memories` (`user_id`,`due_at`,`card_id`,`phase`,`stability`,`difficulty`,`step`,`due_day`,`reps`,`lapses`,`last_reviewed_at`,`revision`,`separating`,`suspended_at`);--> statement-breakpoint
ALTER TABLE `cards` ADD `sides` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `cards` ADD `edit` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `decisions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `courses` ADD `outline` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `wording` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `courses` ADD `owner_id` text REFERENCES users(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `courses` ADD `published_at` integer;--> statement-breakpoint
ALTER TABLE `courses` ADD `created_at` integer DEFAULT 0 NOT NULL;