DROP INDEX `memories_due`;--> statement-breakpoint
CREATE INDEX `memories_queue` ON `memories` (`user_id`,`phase`,`due_day`,`card_id`,`due_at`,`stability`,`difficulty`,`last_day`,`buried_until`,`suspended_at`);--> statement-breakpoint
CREATE INDEX `memories_due` ON `memories` (`user_id`,`due_at`,`due_day`,`phase`,`suspended_at`,`card_id`);